import Dexie from 'dexie';
import { beforeEach, describe, expect, it } from 'vitest';
import { attachPdf, NOON, pdfBytes, writeCompleteDraft } from '../../../testing/builders.ts';
import { countRows, openMemoryDatabase } from '../../../testing/memory-database.ts';
import type { CitizenDatabase } from '../core/citizen-database.ts';
import { CHUNK_BYTES, readAttachmentBytes } from '../files/file-rows.ts';
import { adoptGuest } from './adopt-guest.ts';

let guest: CitizenDatabase;
let db: CitizenDatabase;

beforeEach(() => {
  guest = openMemoryDatabase('guest');
  db = openMemoryDatabase('c_maria');
});

const full = () => new DOMException('full', 'QuotaExceededError');

async function textsOf(one: CitizenDatabase): Promise<string[]> {
  return (await one.drafts.toArray()).map(({ description }) => description).sort();
}

describe('what was written without signing in, on a device without room', () => {
  it('stays with the guest, whole', async () => {
    const [id] = [await writeCompleteDraft(guest, 'Um'), await writeCompleteDraft(guest, 'Dois')];
    await attachPdf(guest, id);
    // The draft has its row by then.
    db.attachments.hook('creating', () => {
      throw full();
    });
    await expect(adoptGuest(db, guest, NOON, id)).rejects.toThrow();
    expect(await textsOf(db)).toEqual([]);
    expect(await textsOf(guest)).toEqual(['Dois', 'Um']);
  });

  it('leaves no part of a file with the citizen, and takes nothing of what was there before', async () => {
    await attachPdf(db, await writeCompleteDraft(db, 'Meu'));
    const id = await writeCompleteDraft(guest, 'Um');
    await attachPdf(guest, id, pdfBytes(3 * CHUNK_BYTES));
    const before = await countRows(db);
    db.chunks.hook('creating', (_, chunk) => {
      if (chunk.n === 2) throw full();
    });
    await expect(adoptGuest(db, guest, NOON, id)).rejects.toThrow();
    expect(await countRows(db)).toBe(before);
    expect(await textsOf(guest)).toEqual(['Um']);
  });

  it('arrives with all its bytes, though another tab, which found no room, erases them before they are named', async () => {
    const id = await writeCompleteDraft(guest, 'Um');
    await attachPdf(guest, id, pdfBytes(3 * CHUNK_BYTES));
    let isErased = false;
    db.chunks.hook('creating', function eraseOnce(_, { n }) {
      this.onsuccess = () => {
        if (n !== 2 || isErased) return;
        isErased = true;
        void Dexie.ignoreTransaction(() => db.chunks.clear());
      };
    });
    await adoptGuest(db, guest, NOON, id);
    expect(isErased).toBe(true);
    const [file] = await db.attachments.toArray();
    expect(file && (await readAttachmentBytes(db, file))).toHaveLength(3);
    expect(await countRows(guest)).toBe(0);
  });
});
