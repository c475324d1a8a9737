import { beforeEach, describe, expect, it } from 'vitest';
import { CONTENT_PATH, type Copy, MANIFEST_PATH } from '../../../domain/copies/copy-format.ts';
import { attachPdf, DESCRIPTION, NOON, writeCompleteDraft } from '../../../testing/builders.ts';
import {
  contentOf,
  type Files,
  jsonBytes,
  pack,
  packWithManifest,
  unpack,
} from '../../../testing/copy-files.ts';
import { COPY_TEXTS } from '../../../testing/copy-texts.ts';
import { countRows, openMemoryDatabase } from '../../../testing/memory-database.ts';
import type { CitizenDatabase } from '../core/citizen-database.ts';
import { exportCopy } from './export-copy.ts';
import { importCopy } from './import-copy.ts';
import { verifyCopy } from './verify-copy.ts';

let here: CitizenDatabase;
let there: CitizenDatabase;

beforeEach(() => {
  here = openMemoryDatabase();
  there = openMemoryDatabase('c_other');
});

const copyOf = (db: CitizenDatabase) => exportCopy(db, 'everything', NOON, { texts: COPY_TEXTS });

async function tamperedFiles(): Promise<Files> {
  await attachPdf(here, await writeCompleteDraft(here));
  return unpack(await copyOf(here));
}

describe('a tampered copy', () => {
  const swapLetter = (bytes: Uint8Array, from: string, to: string) =>
    new TextEncoder().encode(new TextDecoder().decode(bytes).replace(from, to));

  const change = (path: string, from: string, to: string) => (files: Files) =>
    files.set(path, swapLetter(files.get(path) ?? new Uint8Array(), from, to));

  const changeContent = (edit: (copy: Record<string, unknown>) => void) => (files: Files) => {
    const copy = { ...contentOf(files) };
    edit(copy);
    return files.set(CONTENT_PATH, jsonBytes(copy));
  };

  const pathOf = (files: Files) => contentOf(files).drafts[0]?.attachments[0]?.path ?? '';

  it.each<[string, (files: Files) => unknown, string]>([
    ['other words', change(CONTENT_PATH, 'abono', 'abano'), 'damaged'],
    ['an attachment with other bytes', (files) => files.set(pathOf(files), new Uint8Array(64)), 'damaged'],
    ['a changed hash', change(MANIFEST_PATH, '"sha256": "', '"sha256": "0'), 'damaged'],
    ['one file more', (files) => files.set('extra.exe', jsonBytes('x')), 'unexpectedFile'],
    ['one file less', (files) => files.delete(pathOf(files)), 'damaged'],
    ['no manifest', (files) => files.delete(MANIFEST_PATH), 'notACopy'],
    ['a manifest that is no JSON', (files) => files.set(MANIFEST_PATH, new Uint8Array([0xff])), 'notACopy'],
    ['a manifest of a newer e-Clic', change(MANIFEST_PATH, '"version": 4', '"version": 5'), 'newerVersion'],
  ])('with %s is refused, and nothing of it is kept', async (_name, tamper, code) => {
    const files = await tamperedFiles();
    tamper(files);
    const result = await importCopy(there, await pack(files), NOON);
    expect(result).toMatchObject({ ok: false, error: { code } });
    expect(await countRows(there)).toBe(0);
  });

  it.each<[string, (files: Files) => unknown, string]>([
    ['one file more', (files) => files.set('extra.exe', jsonBytes('x')), 'unexpectedFile'],
    ['no content', (files) => files.delete(CONTENT_PATH), 'damaged'],
    [
      'a content of a newer e-Clic',
      changeContent((copy) => Object.assign(copy, { version: 7 })),
      'newerVersion',
    ],
    ['a content of no version', changeContent((copy) => Object.assign(copy, { version: 'x' })), 'damaged'],
    ['one field more', changeContent((copy) => Object.assign(copy, { outbox: [] })), 'damaged'],
    [
      'a number for words',
      change(CONTENT_PATH, `"description":"${DESCRIPTION}"`, '"description":1'),
      'damaged',
    ],
    ['a kind that nobody knows', change(CONTENT_PATH, '"kind":"information"', '"kind":"root"'), 'damaged'],
    ['a prototype', change(CONTENT_PATH, '"topic":{', '"topic":{"__proto__":{},'), 'damaged'],
    ['a path that leads elsewhere', change(CONTENT_PATH, '"path":"ras', '"path":"../ras'), 'damaged'],
    ['a size that is another', change(CONTENT_PATH, '"size":64', '"size":65'), 'damaged'],
    [
      'two attachments that share a file',
      changeContent((copy) => {
        const [draft] = (copy as unknown as Copy).drafts;
        draft?.attachments.push(...draft.attachments);
      }),
      'damaged',
    ],
  ])('whose manifest fits again is refused for %s', async (_name, tamper, code) => {
    const files = await tamperedFiles();
    tamper(files);
    const result = await importCopy(there, await packWithManifest(files), NOON);
    expect(result).toMatchObject({ ok: false, error: { code } });
    expect(await countRows(there)).toBe(0);
  });

  it.each([
    ['no ZIP at all', new Blob(['isto não é uma cópia']), 'notACopy'],
    ['an empty file', new Blob([]), 'notACopy'],
  ])('that is %s is refused', async (_name, blob, code) => {
    expect(await importCopy(there, blob, NOON)).toEqual({ ok: false, error: { code } });
  });

  it('that would write outside its folder is refused', async () => {
    const files = await tamperedFiles();
    files.set('../../fora.txt', jsonBytes('x'));
    expect(await importCopy(there, await packWithManifest(files), NOON)).toMatchObject({
      error: { code: 'unsafePath' },
    });
  });

  it('that unpacks to more than a copy can hold is refused before it is unpacked', async () => {
    const copy = await pack(await tamperedFiles());
    const caps = { entries: 4, fileBytes: 5000, totalBytes: 10_000 };
    expect((await verifyCopy(copy, caps)).ok).toBe(true);
    for (const cap of [{ entries: 3 }, { fileBytes: 200 }, { totalBytes: 500 }]) {
      expect(await verifyCopy(copy, { ...caps, ...cap })).toEqual({ ok: false, error: { code: 'tooBig' } });
    }
  });
});
