import { beforeEach, describe, expect, it } from 'vitest';
import { CONTENT_PATH, type Copy } from '../../../domain/copies/copy-format.ts';
import { DRAFT_CAPS, MOST_DRAFTS } from '../../../domain/copies/read-copy.ts';
import { attachPdf, NOON, writeCompleteDraft } from '../../../testing/builders.ts';
import { mostOfContract } from '../../../testing/contract-schema.ts';
import { contentOf, jsonBytes, packWithManifest, unpack } from '../../../testing/copy-files.ts';
import { COPY_TEXTS } from '../../../testing/copy-texts.ts';
import { countRows, openMemoryDatabase } from '../../../testing/memory-database.ts';
import type { CitizenDatabase } from '../core/citizen-database.ts';
import { saveDraft } from '../drafts/save-draft.ts';
import { purgeDeleted } from '../storage/tidy.ts';
import { exportCopy } from './export-copy.ts';
import { importCopy } from './import-copy.ts';

let there: CitizenDatabase;

beforeEach(() => {
  there = openMemoryDatabase('c_other');
});

/** Makes a copy of one draft with a file, edited by somebody who knows the format. */
async function makeCopy(edit: (copy: Copy) => void = () => undefined): Promise<Blob> {
  const here = openMemoryDatabase();
  await attachPdf(here, await writeCompleteDraft(here));
  const files = await unpack(await exportCopy(here, 'everything', NOON, { texts: COPY_TEXTS }));
  const copy = contentOf(files);
  edit(copy);
  return packWithManifest(files.set(CONTENT_PATH, jsonBytes(copy)));
}

const copiesOf = (count: number) => (copy: Copy) => {
  const [draft] = copy.drafts;
  for (let n = 1; draft && n < count; n += 1)
    copy.drafts.push({ ...draft, attachments: [], description: `${n}` });
};

describe('a copy that is loaded', () => {
  it('may hold as many drafts as an account, and says how far it has come', async () => {
    const told: number[] = [];
    const onProgress = (part: number) => told.push(part);
    const result = await importCopy(there, await makeCopy(copiesOf(MOST_DRAFTS)), NOON, { onProgress });
    expect(result).toMatchObject({ ok: true, value: { drafts: MOST_DRAFTS, attachments: 1 } });
    expect(told.at(-1)).toBe(1);
    expect(told).toEqual([...told].sort((a, b) => a - b));
  });

  it('is refused with one draft more, and nothing of it is kept', async () => {
    const result = await importCopy(there, await makeCopy(copiesOf(MOST_DRAFTS + 1)), NOON);
    expect(result).toEqual({ ok: false, error: { code: 'tooManyDrafts' } });
    expect(await countRows(there)).toBe(0);
  });

  it('has words over the contract’s limits whole, since editors keep them and the account does not', async () => {
    const here = openMemoryDatabase();
    const words = {
      description: 'a'.repeat(400_001),
      complaint: { office: 'b'.repeat(2001), happenedOn: 'c'.repeat(2001), wanted: 'd'.repeat(20_001) },
    };
    const edit = { patch: { kind: 'complaint', ...words }, baseRevision: 0, writer: 'test' } as const;
    await saveDraft(here, crypto.randomUUID(), edit, NOON);
    const copy = await exportCopy(here, 'everything', NOON, { texts: COPY_TEXTS });
    expect(await importCopy(there, copy, NOON)).toMatchObject({ ok: true, value: { drafts: 1 } });
    expect(await there.drafts.toArray()).toMatchObject([words]);
  });

  it.each<[string, (draft: Copy['drafts'][number]) => void]>([
    ['a name', (draft) => Object.assign(draft, { onBehalfOf: { id: 'c_1', name: 'a'.repeat(301) } })],
    [
      'the name of a file',
      (draft) => draft.attachments.map((file) => Object.assign(file, { name: 'a'.repeat(1001) })),
    ],
  ])('is refused for %s that the contract would not take', async (_name, lengthen) => {
    const copy = await makeCopy(({ drafts }) => drafts.slice(0, 1).map(lengthen));
    expect(await importCopy(there, copy, NOON)).toEqual({ ok: false, error: { code: 'tooBig' } });
    expect(await countRows(there)).toBe(0);
  });

  it('is measured by the contract’s own figures', () => {
    expect(DRAFT_CAPS).toEqual({
      attachments: mostOfContract('DraftContent', 'attachments'),
      fileName: mostOfContract('DraftAttachment', 'name'),
      fileType: mostOfContract('DraftAttachment', 'type'),
      personName: mostOfContract('OnBehalfOf', 'name'),
      id: mostOfContract('OnBehalfOf', 'id'),
      label: mostOfContract('Labelled', 'label'),
    });
  });

  it('comes in as a whole or not at all, also when the last row cannot be written', async () => {
    let created = 0;
    there.drafts.hook('creating', () => {
      created += 1;
      if (created === 3) throw new DOMException('full', 'QuotaExceededError');
    });
    const result = await importCopy(there, await makeCopy(copiesOf(3)), NOON);
    expect(result).toEqual({ ok: false, error: { code: 'deviceFull' } });
    expect(await countRows(there)).toBe(0);
  });

  it.each([0, 0.5, 0.75])('can be given up when %s of it is done, and leaves nothing behind', async (at) => {
    const giveUp = new AbortController();
    const onProgress = (part: number) => {
      if (part >= at) giveUp.abort();
    };
    const options = { signal: giveUp.signal, onProgress };
    const result = await importCopy(there, await makeCopy(copiesOf(4)), NOON, options);
    expect(result).toEqual({ ok: false, error: { code: 'cancelled' } });
    expect(await countRows(there)).toBe(0);
  });

  it('is purged with what was deleted when the tab was killed while it came in', async () => {
    const here = openMemoryDatabase();
    for (const text of ['Um', 'Dois']) await attachPdf(here, await writeCompleteDraft(here, text));
    const blob = await exportCopy(here, 'everything', NOON, { texts: COPY_TEXTS });
    const isReached = new Promise<void>((reached) => {
      let pictures = 0;
      const makeThumbnail = () => {
        pictures += 1;
        if (pictures === 1) return Promise.resolve(null);
        reached();
        return new Promise<null>(() => undefined);
      };
      void importCopy(there, blob, NOON, { makeThumbnail });
    });
    await isReached;
    expect(await there.chunks.count()).toBe(1);
    await purgeDeleted(there, new Date(NOON.getTime() + 25 * 60 * 60 * 1000));
    expect(await countRows(there)).toBe(0);
  });
});
