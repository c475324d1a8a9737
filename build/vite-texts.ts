import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { HtmlTagDescriptor, Plugin } from 'vite';
import { basePath } from './base-path.ts';
import { BUILD_FOLDER } from './build-id.ts';
import { parseTexts } from './hold-together.ts';

const FOLDER = join(import.meta.dirname, '../locales');

/** Texts that are written into the pages, and never fetched. */
const BUILD_ONLY = /\/not-started\.json$/;

/** Texts that the server alone reads. */
const MAIL_ONLY = /\/mail\.json$/;

/** The words of the demo panel. */
const DEMO_ONLY = /\/demo\.json$/;

/** The folder of the texts within the build. */
const TEXTS = `${BUILD_FOLDER}/texts`;

/** The texts that every page needs, in the language in which most people begin. */
const FIRST_TEXTS = 'pt-PT/common.json';

/** Makes a link that fetches a file together with the code, instead of once the code has come and asks for it. */
function preload(href: string): HtmlTagDescriptor {
  return {
    tag: 'link',
    attrs: { rel: 'preload', as: 'fetch', crossorigin: 'anonymous', href },
    injectTo: 'head',
  };
}

/**
 * Writes the texts as data, which the app fetches one file at a time. They are in the folder of their build: the app then needs to know one address instead
 * of a hundred, and an older page never meets newer texts.
 */
export function texts(mode: string): Plugin {
  const paths = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter(
      (path) =>
        path.endsWith('.json') &&
        !BUILD_ONLY.test(path) &&
        !MAIL_ONLY.test(path) &&
        (mode === 'demo' || !DEMO_ONLY.test(path)),
    );
  const read = (path: string) => JSON.stringify(parseTexts(readFileSync(join(FOLDER, path), 'utf8')));
  return {
    name: 'eclic-texts',
    config: (_, { command }) => ({
      define: {
        'import.meta.env.TEXTS_URL': JSON.stringify(
          command === 'build' ? `${basePath}/${TEXTS}` : '/locales',
        ),
      },
    }),
    transformIndexHtml: (_, { server }) => (server ? [] : [preload(`${basePath}/${TEXTS}/${FIRST_TEXTS}`)]),
    generateBundle() {
      for (const path of paths) {
        this.emitFile({ type: 'asset', fileName: `${TEXTS}/${path}`, source: read(path) });
      }
    },
  };
}
