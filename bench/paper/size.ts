import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

const PARTS = ['find-corners', 'straighten', 'tones', 'doubts'];

/** Prints what the code of sheets weighs, minified and gzipped. */
export async function measureSize(): Promise<void> {
  const contents = PARTS.map((part) => `export * from './${part}.ts';`).join('\n');
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: join(import.meta.dirname, '../../src/lib/paper'), loader: 'ts' },
    bundle: true,
    minify: true,
    format: 'esm',
    write: false,
  });
  const [file] = outputFiles;
  if (file) console.log(`Code: ${(gzipSync(file.contents).byteLength / 1000).toFixed(1)} kB`);
}
