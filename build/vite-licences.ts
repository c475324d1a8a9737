import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Plugin } from 'vite';
import { FONT_PACKAGE } from './vite-fonts.ts';

/** The file at the root of the built app, to which *Acessibilidade* links. */
export const LICENCES_FILE = 'licencas.txt';

const ROOT = resolve(import.meta.dirname, '..');
/** Matches the folder of a package. A name that begins with a dot is none: tools keep things of their own beside the packages. */
const PACKAGE_FOLDER = /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/.][^/]*/;
const LEGAL_FILE = /^(?:licen[cs]e|copying|notice)/i;

/** The text for packages that name the MIT licence and bring no copy of it. */
const MIT = `Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;

/** Ships the licences of everything in the app's scripts and fonts that others wrote. */
export function licences(): Plugin {
  return {
    name: 'eclic-licences',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const sources = Object.values(bundle).flatMap((part) =>
          part.type === 'chunk' ? part.moduleIds : part.originalFileNames,
        );
        this.emitFile({
          type: 'asset',
          fileName: LICENCES_FILE,
          source: writeLicences([...sources, FONT_PACKAGE]),
        });
      },
    },
  };
}

/** Writes the licences of the packages that the files belong to, each text once. */
function writeLicences(files: readonly string[]): string {
  const folders = new Set(
    files.flatMap((file) => PACKAGE_FOLDER.exec(file) ?? []).map((path) => resolve(ROOT, path)),
  );
  const packagesByText = new Map<string, string[]>();
  for (const { title, text } of [...folders].map(readLicence).sort((a, b) => (a.title < b.title ? -1 : 1))) {
    packagesByText.set(text, [...(packagesByText.get(text) ?? []), title]);
  }
  return [...packagesByText]
    .map(([text, titles]) => `${titles.join('\n')}\n\n${text}\n`)
    .join(`\n${'='.repeat(80)}\n\n`);
}

interface Manifest {
  name: string;
  version: string;
  license?: string;
  author?: string;
}

function readLicence(folder: string): { title: string; text: string } {
  const manifest: Manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const { name, version, license, author } = manifest;
  const texts = readdirSync(folder)
    .filter((file) => LEGAL_FILE.test(file))
    .map((file) => readFileSync(join(folder, file), 'utf8').trim());
  if (texts.length === 0 && license === 'MIT') {
    texts.push(`Copyright (c) ${author ?? `the authors of ${name}`}\n\n${MIT}`);
  }
  if (texts.length === 0) throw new Error(`${name} brings no text of its licence`);
  return { title: `${name} ${version}${license ? ` (${license})` : ''}`, text: texts.join('\n\n') };
}
