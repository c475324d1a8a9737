import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import type sync from '../locales/pt-PT/sync.json';
import { LANGUAGES } from '../src/state/kept-preferences.ts';
import { basePath } from './base-path.ts';
import { BUILD_TARGET } from './browser-line/browser-line.ts';
import { bundleFile } from './bundle-file.ts';
import { parseTexts } from './hold-together.ts';

export const BACKGROUND_SYNC = 'background-sync';

/**
 * Builds the file with which the worker sends while e-Clic is closed, before all else, since the worker has to know its name. It is one file, since no worker
 * can fetch a part of its code later, and has the texts of five languages, since none can fetch them without a connection.
 */
export function backgroundSync(mode: string): Plugin {
  let source = '';
  let fileName = '';
  return {
    name: 'eclic-background-sync',
    apply: 'build',
    async config() {
      source = await bundleFile(
        mode,
        {
          lib: { entry: `src/${BACKGROUND_SYNC}.ts`, formats: ['iife'], name: 'backgroundSync' },
          target: BUILD_TARGET,
        },
        {
          'import.meta.env.NOTICE_WORDS': JSON.stringify(LANGUAGES.map(({ code }) => readNoticeWords(code))),
        },
      );
      const hash = createHash('sha256').update(source).digest('hex').slice(0, 8);
      fileName = `assets/${BACKGROUND_SYNC}-${hash}.js`;
      return {
        define: { 'import.meta.env.BACKGROUND_SYNC_URL': JSON.stringify(`${basePath}/${fileName}`) },
      };
    },
    generateBundle() {
      this.emitFile({ type: 'asset', fileName, source });
    },
  };
}

/** Reads the texts of the worker's notifications in a language. The first of the list is the language in which everybody begins. */
function readNoticeWords(language: string) {
  const file = join(import.meta.dirname, '../locales', language, 'sync.json');
  const { arrived, refused, unsent } = parseTexts(readFileSync(file, 'utf8')) as typeof sync;
  return {
    language,
    received: arrived.one,
    refused: refused.one,
    notSent: unsent.title,
    notSentText: unsent.text,
  };
}
