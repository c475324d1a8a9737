import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { timesInLevel } from '../../../ops/test/level.ts';
import { attachPdf, NOON, pdfBytes, registeredRequest } from '../../../testing/builders.ts';
import { loseBytes } from '../../../testing/lost-bytes.ts';
import { countRows, openMemoryDatabase } from '../../../testing/memory-database.ts';
import type { CitizenDatabase } from '../core/citizen-database.ts';
import { listAttachments, readAttachmentBytes } from '../files/file-rows.ts';
import { purgeDeleted } from '../storage/tidy.ts';
import {
  adoptGuest,
  copyGuestDrafts,
  eraseAdopted,
  leaveWithGuest,
  listOffered,
  readGuestDrafts,
} from './adopt-guest.ts';
import { listOpenDrafts, readDraft } from './drafts.ts';
import { deleteDraft } from './mark-draft.ts';
import { saveDraft } from './save-draft.ts';

const LATER = new Date(NOON.getTime() + 60_000);

async function write(db: CitizenDatabase, id: string, description: string): Promise<void> {
  const patch = { kind: 'information', description } as const;
  await saveDraft(db, id, { patch, baseRevision: 0, writer: 'a' }, NOON);
}

async function textsOf(db: CitizenDatabase): Promise<string[]> {
  return (await db.drafts.toArray()).map((draft) => draft.description).sort();
}

function openBoth() {
  return { guest: openMemoryDatabase('guest'), db: openMemoryDatabase('c_maria') };
}

describe('what was written without signing in', () => {
  it('moves whole: words, files and what was typed in the last instant', async () => {
    const { guest, db } = openBoth();
    await write(guest, 'd', 'A minha dúvida');
    const bytes = pdfBytes(1_200_000, 7);
    await attachPdf(guest, 'd', bytes, 'carta.pdf');
    const words = { description: 'A minha dúvida é esta' };
    const last = { draftId: 'd', words, baseRevision: 2, writer: 'a' };
    await guest.pendingText.put({ ...last, typedAt: LATER.toISOString() });

    await adoptGuest(db, guest, LATER, 'd');
    expect(await readDraft(db, 'd')).toMatchObject({
      description: 'A minha dúvida é esta',
      kind: 'information',
    });
    const [file] = await listAttachments(db, 'd');
    const parts = file && (await readAttachmentBytes(db, file));
    const arrived = Buffer.concat((parts ?? []).map((part) => Buffer.from(part)));
    expect(arrived.equals(Buffer.from(bytes))).toBe(true);
    expect(await countRows(guest)).toBe(0);
  });

  it('moves alone when it is the one that was asked for, and what is left is not asked for again until it changes', async () => {
    const { guest, db } = openBoth();
    await write(guest, 'a', 'É meu');
    await write(guest, 'b', 'Não é meu');
    await adoptGuest(db, guest, LATER, 'a');
    expect(await textsOf(db)).toEqual(['É meu']);
    expect(await textsOf(guest)).toEqual(['Não é meu']);
    expect((await listOffered(db, guest)).map(({ id }) => id)).toEqual(['b']);
    await leaveWithGuest(db, guest, 'b');
    expect(await listOffered(db, guest)).toEqual([]);
    const edit = { patch: { description: 'Não é meu, mas mudou' }, baseRevision: 1, writer: 'a' };
    await saveDraft(guest, 'b', edit, LATER);
    expect((await listOffered(db, guest)).map(({ id }) => id)).toEqual(['b']);
  });

  it('never takes the place of another text of the same id', async () => {
    const { guest, db } = openBoth();
    await write(db, 'd', 'O que já cá estava');
    await write(guest, 'd', 'Outro texto');
    await adoptGuest(db, guest, LATER, 'd');
    expect((await readDraft(db, 'd'))?.description).toBe('O que já cá estava');
    expect(await textsOf(db)).toEqual(['O que já cá estava', 'Outro texto']);
  });

  it('never takes the place of a request of the same id', async () => {
    const { guest, db } = openBoth();
    await db.requests.put({ ...registeredRequest('d'), group: 'inProgress', unread: 0, justReceived: 0 });
    await write(guest, 'd', 'Outro texto');
    await adoptGuest(db, guest, LATER, 'd');
    expect(await readDraft(db, 'd')).toBeUndefined();
    expect(await textsOf(db)).toEqual(['Outro texto']);
  });

  it('is not erased into a draft that the citizen has deleted, nor without its files', async () => {
    const { guest, db } = openBoth();
    await write(guest, 'd', 'A minha dúvida');
    await attachPdf(guest, 'd', pdfBytes(64), 'carta.pdf');
    // The tab is killed before the guest’s draft is erased.
    await copyGuestDrafts(db, guest, await readGuestDrafts(guest, NOON));
    await deleteDraft(db, 'd', NOON);
    await adoptGuest(db, guest, LATER, 'd');
    await purgeDeleted(db, new Date(NOON.getTime() + 2 * 86_400_000));
    const [draft] = await listOpenDrafts(db);
    expect(draft?.description).toBe('A minha dúvida');
    const [file] = await listAttachments(db, draft?.id ?? '');
    expect(file && (await readAttachmentBytes(db, file))).toBeDefined();
    expect(await countRows(guest)).toBe(0);
  });

  it('moves without the bytes of a file that the browser has lost', async () => {
    const { guest, db } = openBoth();
    await write(guest, 'd', 'A minha dúvida');
    const id = await attachPdf(guest, 'd', pdfBytes(64), 'carta.pdf');
    loseBytes('chunks');
    await adoptGuest(db, guest, LATER, 'd');
    expect(await textsOf(db)).toEqual(['A minha dúvida']);
    expect(await listAttachments(db, 'd')).toMatchObject([{ id, name: 'carta.pdf' }]);
    expect(await readAttachmentBytes(db, { id, chunkCount: 1 })).toBeUndefined();
    expect(await countRows(guest)).toBe(0);
  });

  it('does not bring back what the guest has deleted as well', async () => {
    const { guest, db } = openBoth();
    for (const one of [guest, db]) {
      await write(one, 'd', 'A minha dúvida');
      await deleteDraft(one, 'd', NOON);
    }
    await adoptGuest(db, guest, LATER, 'd');
    expect(await listOpenDrafts(db)).toEqual([]);
  });

  it('includes what another tab wrote while it moved', async () => {
    const { guest, db } = openBoth();
    await write(guest, 'd', 'Antes');
    const found = await readGuestDrafts(guest, NOON);
    await copyGuestDrafts(db, guest, found);
    const edit = { patch: { description: 'Antes e depois' }, baseRevision: 1, writer: 'a' };
    await saveDraft(guest, 'd', edit, LATER);
    await eraseAdopted(guest, found);
    expect((await readDraft(guest, 'd'))?.description).toBe('Antes e depois');

    await adoptGuest(db, guest, LATER, 'd');
    expect(await textsOf(db)).toEqual(['Antes', 'Antes e depois']);
    expect(await countRows(guest)).toBe(0);
  });
});

const draftOf = fc.record({
  id: fc.constantFrom('a', 'b', 'c', 'd'),
  text: fc.string({ minLength: 1, maxLength: 12 }),
  hasFile: fc.boolean(),
});
const draftsOf = fc.uniqueArray(draftOf, { selector: ({ id }) => id, maxLength: 4 });
/** Where a tab dies: after reading the drafts, after copying bytes, after copying the drafts, or after erasing. */
const deaths = fc.array(fc.constantFrom('afterRead', 'afterBytes', 'afterCopy', 'afterErase'), {
  maxLength: 4,
});

describe('a guest whose tab is killed while the drafts move', () => {
  it('loses nothing and has nothing twice, whatever the citizen had', async () => {
    const property = fc.asyncProperty(draftsOf, draftsOf, deaths, async (theirs, mine, kills) => {
      const { guest, db } = openBoth();
      for (const { id, text } of mine) await write(db, id, text);
      for (const { id, text, hasFile } of theirs) {
        await write(guest, id, text);
        if (hasFile) await attachPdf(guest, id, pdfBytes(64, text.length), `${id}.pdf`);
      }
      const filesBefore = await guest.attachments.toArray();

      for (const kill of kills) await adoptUntil(kill, db, guest);
      for (const id of await guest.drafts.toCollection().primaryKeys())
        await adoptGuest(db, guest, LATER, id);

      for (const { id, text } of mine) expect((await readDraft(db, id))?.description).toBe(text);
      // A text of white space alone cannot be lost.
      const isNews = ({ id, text, hasFile }: (typeof theirs)[number]) =>
        hasFile || !mine.some((one) => one.id === id && (one.text === text || text.trim() === ''));
      const expected = [...mine, ...theirs.filter(isNews)].map(({ text }) => text).sort();
      expect(await textsOf(db)).toEqual(expected);
      for (const { id, chunkCount, draftId } of filesBefore) {
        const file = await db.attachments.get(id);
        const draft = await readDraft(db, file?.draftId ?? '');
        expect(draft?.description).toBe(theirs.find((one) => one.id === draftId)?.text);
        expect(await readAttachmentBytes(db, { id, chunkCount })).toBeDefined();
      }
      expect(await countRows(guest)).toBe(0);
    });
    await fc.assert(property, { numRuns: timesInLevel(50, 150) });
  });
});

async function adoptUntil(kill: string, db: CitizenDatabase, guest: CitizenDatabase): Promise<void> {
  const found = await readGuestDrafts(guest, LATER);
  if (kill === 'afterRead') return;
  if (kill === 'afterBytes') {
    for (const chunk of await guest.chunks.toArray()) await db.chunks.put(chunk);
    return;
  }
  await copyGuestDrafts(db, guest, found);
  if (kill === 'afterErase') await eraseAdopted(guest, found);
}
