import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { build } from 'vite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { compressedForms } from './vite-compressed-forms.ts';

const LONG = 'Segurança Social. '.repeat(100);

let root: string;
let dist: string;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'eclic-build-'));
  dist = join(root, 'dist');
  mkdirSync(join(root, 'public', 'film'), { recursive: true });
  writeFileSync(join(root, 'index.html'), `<!doctype html><title>${LONG}</title>`);
  writeFileSync(join(root, 'public', 'film', 'story.vtt'), LONG);
  writeFileSync(join(root, 'public', 'picture.webp'), LONG);
  writeFileSync(join(root, 'public', 'short.txt'), 'x');
  // This plugin writes when all else is there, like those that write the worker and the pages.
  const late = {
    name: 'late',
    closeBundle: { sequential: true, handler: () => writeFileSync(join(dist, 'sw.js'), LONG) },
  };
  await build({ root, configFile: false, logLevel: 'silent', plugins: [compressedForms(), late] });
});
afterAll(() => rmSync(root, { recursive: true }));

it.each(['index.html', 'film/story.vtt', 'sw.js'])('%s stands beside its two smaller forms', (name) => {
  const file = join(dist, name);
  const source = readFileSync(file);
  const forms = [readFileSync(`${file}.br`), readFileSync(`${file}.gz`)] as const;
  expect([brotliDecompressSync(forms[0]), gunzipSync(forms[1])]).toEqual([source, source]);
  for (const form of forms) expect(form.length).toBeLessThan(source.length);
});

it('what is compressed already, or too short for it, stands alone', () => {
  const names = readdirSync(dist).filter((name) => /^(?:picture|short)/.test(name));
  expect(names.sort()).toEqual(['picture.webp', 'short.txt']);
});
