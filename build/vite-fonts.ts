import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, parse, relative } from 'node:path';
import subsetFont from 'subset-font';
import type { Plugin } from 'vite';
import { basePath } from './base-path.ts';

/** The package of the app's font. The font files that are made from it bear no trace of where they came from. */
export const FONT_PACKAGE = 'node_modules/@fontsource-variable/noto-sans';

/** A rule of a style sheet that makes a browser fetch a font file, and the family, weights and characters for which it does. */
export interface FontFace {
  rule: string;
  family: string;
  url: string;
  weights: readonly [number, number];
  characters: string;
}

const STYLE_SHEET = /\/styles\/fonts\.css$/;

/** The mark in the file name of the face with all Latin letters that no European name has. */
export const RARE = 'rare';
const RARE_LETTER = 'ɓ';

/** The face that every page begins with. */
const FIRST = 'first';

/** Gives each `@font-face` a file with its characters and weights and no others, and preloads the first together with the scripts. */
export function fonts(): Plugin {
  let folder = '';
  return {
    name: 'eclic-fonts',
    enforce: 'pre',
    configResolved({ cacheDir }) {
      folder = join(cacheDir, 'fonts');
    },
    transform: {
      filter: { id: STYLE_SHEET },
      async handler(css, id) {
        let made = css;
        for (const [index, face] of readFontFaces(css).entries()) {
          const file = join(folder, index === 0 ? FIRST : String(index), nameOf(face));
          await putInPlace(file, await makeFont(face));
          const url = relative(dirname(id), file).replaceAll('\\', '/');
          made = made.replace(face.rule, face.rule.replace(face.url, url));
        }
        return { code: made, map: null };
      },
    },
    transformIndexHtml: {
      order: 'post',
      handler(_, { bundle = {} }) {
        const first = Object.values(bundle).find(
          (part) =>
            part.type === 'asset' && part.originalFileNames.some((name) => name.includes(`/fonts/${FIRST}/`)),
        );
        if (!first) return [];
        const attrs = {
          rel: 'preload',
          as: 'font',
          crossorigin: 'anonymous',
          href: `${basePath}/${first.fileName}`,
        };
        return [{ tag: 'link', attrs, injectTo: 'head' }];
      },
    },
  };
}

export function readFontFaces(css: string): FontFace[] {
  return [...css.matchAll(/@font-face \{[^}]*\}/g)].map(([rule]) => ({
    rule,
    family: find(rule, /font-family: "([^"]+)"/),
    url: find(rule, /url\("([^"]+)"\)/),
    weights: [Number(find(rule, /font-weight: (\d+)/)), Number(find(rule, /font-weight: \d+ (\d+)/))],
    characters: [...find(rule, /unicode-range:([^;]+)/).matchAll(/U\+([\dA-F]+)(?:-([\dA-F]+))?/g)]
      .map(([, first = '', last = first]) =>
        listCharacters(Number.parseInt(first, 16), Number.parseInt(last, 16)),
      )
      .join(''),
  }));
}

function find(rule: string, pattern: RegExp): string {
  const [, found] = pattern.exec(rule) ?? [];
  if (found === undefined) throw new Error(`${pattern} is nowhere in ${rule}`);
  return found;
}

function listCharacters(first: number, last: number): string {
  return String.fromCodePoint(...Array.from({ length: last - first + 1 }, (_, index) => first + index));
}

/** Names the file of a face. The file with letters that few names have says so in its name, since not every device keeps it. */
function nameOf({ url, characters }: FontFace): string {
  const { name, ext } = parse(url);
  return characters.includes(RARE_LETTER) ? `${name}-${RARE}${ext}` : name + ext;
}

/** Puts the whole file in place at once: another build at the same time would read a file that is still being written, and ship it empty. */
async function putInPlace(file: string, bytes: Buffer): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}`;
  await writeFile(draft, bytes);
  await rename(draft, file);
}

/** Makes a font file, with the same bytes whenever it is made from the same package: its name, which holds a hash, stays the same from build to build. */
export async function makeFont({ url, weights: [min, max], characters }: FontFace): Promise<Buffer> {
  const source = await readFile(createRequire(import.meta.url).resolve(url));
  return subsetFont(source, characters, { targetFormat: 'woff2', variationAxes: { wght: { min, max } } });
}
