import { readdirSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Plugin } from 'vite';
import { COMPRESSED_FORMS } from '../serving/compressed-forms.ts';
import { isText } from '../shared/file-list.ts';
import { afterBuild } from './after-build.ts';

/** Each method compresses as far as it can: a file is compressed once, and sent at every first visit. */
const COMPRESS = {
  br: (source: Buffer) =>
    promisify(brotliCompress)(source, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
  gzip: (source: Buffer) => promisify(gzip)(source, { level: 9 }),
};

/**
 * Writes the compressed forms of each text file beside it, once everything else has been written, so it has to be the last plugin. Plugins of others compress
 * what is in the bundle, which holds neither the worker nor a page that is written after it.
 */
export function compressedForms(): Plugin {
  return afterBuild('eclic-compressed-forms', async (folder) => {
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    await Promise.all(files.filter((file) => isText(file)).map((file) => writeForms(join(folder, file))));
  });
}

async function writeForms(file: string): Promise<void> {
  const source = await readFile(file);
  for (const { encoding, ending } of COMPRESSED_FORMS) {
    const form = await COMPRESS[encoding](source);
    if (form.length < source.length) await writeFile(file + ending, form);
  }
}
