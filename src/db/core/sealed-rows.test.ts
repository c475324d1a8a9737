import Dexie from 'dexie';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attachPdf, NOON, pdfBytes, writeCompleteDraft } from '../../../testing/builders.ts';
import { saveDraft } from '../drafts/save-draft.ts';
import { addPhoto, changeScan } from '../drafts/scans.ts';
import { CitizenDatabase } from './citizen-database.ts';
import { createRowSeal } from './sealed-rows.ts';

const KEY = '5e'.repeat(32);
const COMPLAINT = { office: 'Loulé', happenedOn: '', wanted: 'Não me atenderam' };
const OTHER_KEY = 'a7'.repeat(32);

const oneDevice = () => ({ indexedDB: new IDBFactory(), IDBKeyRange });

/** Reads all rows of a database as they are on disk, each byte as one letter. */
async function readDisk(engine: ReturnType<typeof oneDevice>, name: string): Promise<string> {
  const raw = await new Dexie(name, engine).open();
  const rows = await Promise.all(raw.tables.map((table) => table.toArray()));
  raw.close();
  return JSON.stringify(rows, (_, value) => {
    const bytes = ArrayBuffer.isView(value) ? value.buffer : value;
    return bytes instanceof ArrayBuffer ? Buffer.from(bytes).toString('latin1') : value;
  });
}

describe('rows that are sealed', () => {
  it('are on the disk without a word, a file’s name or its bytes, and are read as they were written', async () => {
    const engine = oneDevice();
    const db = new CitizenDatabase('guest-1', engine, createRowSeal(KEY));
    const id = await writeCompleteDraft(db, 'Tenho otosclerose', NOON);
    await attachPdf(db, id, undefined, 'atestado.pdf');
    await addPhoto(db, id, { id: 'photo', type: 'image/jpeg', bytes: pdfBytes() }, NOON);
    await changeScan(db, id, { name: 'Relatório de internamento' });
    await db.drafts.update(id, { description: 'Tenho otosclerose bilateral' });
    await db.drafts.toCollection().modify((draft) => {
      draft.complaint = COMPLAINT;
    });

    const disk = await readDisk(engine, db.name);
    expect(disk).toContain(id);
    for (const word of ['otosclerose', 'atenderam', 'atestado', 'internamento', '%PDF'])
      expect(disk).not.toContain(word);

    const again = new CitizenDatabase('guest-1', engine, createRowSeal(KEY));
    const words = { description: 'Tenho otosclerose bilateral', complaint: COMPLAINT };
    expect(await again.drafts.get(id)).toMatchObject(words);
    expect(await again.drafts.orderBy('updatedAt').reverse().first()).toMatchObject(words);
    expect(await again.drafts.filter(({ complaint }) => complaint !== null).toArray()).toMatchObject([words]);
    const [file] = await again.attachments.where('draftId').equals(id).sortBy('addedAt');
    expect(file).toMatchObject({ name: 'atestado.pdf' });
    expect(await again.scans.get(id)).toMatchObject({
      name: 'Relatório de internamento',
      sheets: [{ id: 'photo' }],
    });
    const keys = await again.chunks.toCollection().primaryKeys();
    const [chunk] = await again.chunks.bulkGet(keys);
    expect(Buffer.from(chunk?.bytes ?? new ArrayBuffer()).toString('latin1')).toContain('%PDF');
  });

  it('are nothing to whoever has another key', async () => {
    const engine = oneDevice();
    const db = new CitizenDatabase('guest-1', engine, createRowSeal(KEY));
    const id = await writeCompleteDraft(db, 'Tenho otosclerose', NOON);
    const other = new CitizenDatabase('guest-1', engine, createRowSeal(OTHER_KEY));
    await expect(other.drafts.get(id)).rejects.toThrow(/invalid tag/);
  });

  it('hold whatever is saved into them, as those that are not sealed do', async () => {
    const word = fc.string({ unit: 'grapheme', maxLength: 50 });
    const complaint = fc.record({ office: word, happenedOn: word, wanted: word });
    const words = fc.record({ description: word, complaint: fc.option(complaint) });
    await fc.assert(
      fc.asyncProperty(fc.array(words, { maxLength: 5 }), async (edits) => {
        const held = [];
        for (const seal of [undefined, createRowSeal(KEY)]) {
          const db = new CitizenDatabase('guest-1', oneDevice(), seal);
          for (const [baseRevision, patch] of edits.entries())
            await saveDraft(db, 'draft', { patch, baseRevision, writer: 'tab', typing: baseRevision }, NOON);
          held.push(await db.drafts.toArray());
          db.close();
        }
        expect(held[1]).toEqual(held[0]);
      }),
      { numRuns: 30 },
    );
  });
});
