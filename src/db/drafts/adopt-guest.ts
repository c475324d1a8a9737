import { addsNothing } from '../../../domain/written/compare.ts';
import { isBegun } from '../../../domain/written/words.ts';
import type { CitizenDatabase } from '../core/citizen-database.ts';
import type { AttachmentRow, ScanRow } from '../core/file-schema.ts';
import { addToMetadata, readMetadata } from '../core/metadata.ts';
import type { DraftRow, PendingTextRow } from '../core/schema.ts';
import { chunksIn, eraseChunks, eraseFiles, readChunk, readScan } from '../files/file-rows.ts';
import { hasArrived } from './arrived.ts';
import { filterWithFiles, listOpenDrafts } from './drafts.ts';
import { takeUpLastWords } from './last-words.ts';
import { restoreDraft } from './mark-draft.ts';
import { openDraft } from './save-draft.ts';
import { takeUpEarlyWords } from './take-up-early-words.ts';

/** A guest's draft as it stood when it was read. */
interface GuestDraft {
  draft: DraftRow;
  attachments: AttachmentRow[];
  /** Photos of paper that are not an attachment yet. */
  scan: ScanRow | undefined;
  /** The last typing, of a draft that is no longer open. */
  typed: PendingTextRow | undefined;
}

/** An editor in another tab may write while its draft moves. Further rounds fetch what it wrote, but not for ever. */
const MAX_ROUNDS = 5;

/**
 * Moves one of the guest's drafts into the citizen's database. It copies first and erases after: if the tab is killed in between, the next
 * call copies nothing twice and loses nothing.
 */
export async function adoptGuest(
  db: CitizenDatabase,
  guest: CitizenDatabase,
  now: Date,
  draftId: string,
): Promise<void> {
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const all = await readGuestDrafts(guest, now);
    const found = all.filter(({ draft }) => draft.id === draftId);
    if (found.length === 0) return;
    if (await copyGuestDrafts(db, guest, found)) await eraseAdopted(guest, found);
  }
}

const asItStands = ({ id, revision }: DraftRow) => `${id} ${revision}`;

/** Lists the guest's drafts, without those that this citizen said, at the same revision, are not theirs. */
export async function listOffered(db: CitizenDatabase, guest: CitizenDatabase): Promise<DraftRow[]> {
  const left = await readMetadata(db, 'leftWithGuest');
  const drafts = await listOpenDrafts(guest);
  const others = drafts.filter((draft) => !left.includes(asItStands(draft)));
  return filterWithFiles(guest, others, isBegun);
}

/** *Deixar neste dispositivo*: notes that the draft, at its revision, is not this citizen's. */
export async function leaveWithGuest(
  db: CitizenDatabase,
  guest: CitizenDatabase,
  draftId: string,
): Promise<void> {
  const draft = await guest.drafts.get(draftId);
  if (!draft) return;
  await addToMetadata(db, 'leftWithGuest', asItStands(draft));
}

/** Reads all drafts of a guest, each with its last typing merged as when it is opened. */
export async function readGuestDrafts(guest: CitizenDatabase, now: Date): Promise<GuestDraft[]> {
  await takeUpLastWords(guest);
  await takeUpEarlyWords(guest, now);
  for (const id of await guest.pendingText.toCollection().primaryKeys()) await openDraft(guest, id, now);
  return guest.transaction('r', guest.drafts, guest.attachments, guest.scans, guest.pendingText, async () => {
    const drafts = await guest.drafts.toArray();
    return Promise.all(
      drafts.map(async (draft) => ({
        draft,
        attachments: await guest.attachments.where('draftId').equals(draft.id).toArray(),
        scan: await readScan(guest, draft.id),
        typed: await guest.pendingText.get(draft.id),
      })),
    );
  });
}

/**
 * Copies all drafts in one transaction. The bytes of their files are copied before, chunk by chunk; no row names them until then. Returns false, and
 * copies no draft, when some of these bytes are gone again: another tab erased them, which found no room for its own.
 */
export async function copyGuestDrafts(
  db: CitizenDatabase,
  guest: CitizenDatabase,
  found: readonly GuestDraft[],
): Promise<boolean> {
  const ids = found.flatMap(({ attachments, scan }) =>
    [...attachments, ...(scan?.sheets ?? [])].map(({ id }) => id),
  );
  const tables = [db.drafts, db.attachments, db.chunks, db.scans, db.pendingText, db.requests, db.messages];
  try {
    const copied = new Map<string, number>();
    for (const id of ids) copied.set(id, await copyBytes(db, guest, id));
    return await db.transaction('rw', tables, async () => {
      for (const [id, chunks] of copied) {
        if ((await chunksIn(db, id).count()) < chunks) return false;
      }
      for (const one of found) await putAdopted(db, one);
      return true;
    });
  } catch (error) {
    // A device without room for a file would otherwise keep the parts that it had room for, and nobody could remove them.
    await eraseUnnamed(db, ids);
    throw error;
  }
}

/** Erases bytes that belong to no attachment and no photo. */
function eraseUnnamed(db: CitizenDatabase, ids: readonly string[]): Promise<void> {
  return db.transaction('rw', db.attachments, db.scans, db.chunks, async () => {
    const scans = await db.scans.toArray();
    const named = new Set(scans.flatMap(({ sheets }) => sheets.map(({ id }) => id)));
    for (const id of ids) {
      if (!named.has(id) && !(await db.attachments.get(id))) await eraseChunks(db, id);
    }
  });
}

/** Returns how many chunks it copied: bytes that the browser has lost stay missing. */
async function copyBytes(db: CitizenDatabase, guest: CitizenDatabase, id: string): Promise<number> {
  // A file that the citizen has already keeps its own bytes.
  if (await db.attachments.get(id)) return 0;
  let copied = 0;
  for (const [, n] of await chunksIn(guest, id).primaryKeys()) {
    const chunk = await readChunk(guest, id, n);
    if (!chunk) continue;
    await db.chunks.put(chunk);
    copied += 1;
  }
  return copied;
}

/** Writes a draft under its own id, or under a new one where the citizen has something else of that id: nothing of theirs is overwritten. */
async function putAdopted(
  db: CitizenDatabase,
  { draft, attachments, scan, typed }: GuestDraft,
): Promise<void> {
  const { id } = draft;
  const [same, request, copies] = await Promise.all([
    db.drafts.get(id),
    db.requests.get(id),
    db.drafts.filter((other) => other.copyOf === id).toArray(),
  ]);
  const missing: AttachmentRow[] = [];
  for (const attachment of attachments) {
    if (!(await db.attachments.get(attachment.id))) missing.push(attachment);
  }
  // An editor may save into a draft that has just moved: the guest's draft then has only what that editor changed.
  const twins = [same, ...copies].filter((other) => other !== undefined && addsNothing(draft, other));
  const twin = twins.find((other) => other?.deletedAt === null) ?? twins[0];
  // What the citizen has deleted is erased in the end, and the guest's draft would be with it.
  if (twin && draft.deletedAt === null) await restoreDraft(db, twin.id);
  const isThere = twin !== undefined || (request !== undefined && addsNothing(draft, request));
  if (isThere && missing.length === 0) {
    if (twin && scan) await putPhotos(db, twin.id, scan);
    return;
  }
  const isTaken = same !== undefined || (await hasArrived(db, id));
  const draftId = isTaken ? crypto.randomUUID() : id;
  await db.drafts.put(isTaken ? { ...draft, id: draftId, copyOf: id, copyOfRevision: undefined } : draft);
  if (typed) await db.pendingText.put({ ...typed, draftId });
  await db.attachments.bulkPut(missing.map((attachment) => ({ ...attachment, draftId })));
  if (scan) await putPhotos(db, draftId, scan);
}

/** Adds the photos that the citizen's draft does not have. Photos that were copied before stay as they are. */
async function putPhotos(db: CitizenDatabase, draftId: string, scan: ScanRow): Promise<void> {
  const there = await readScan(db, draftId);
  const known = there?.sheets ?? [];
  const others = scan.sheets.filter(({ id }) => !known.some((sheet) => sheet.id === id));
  await db.scans.put({ ...scan, ...there, draftId, sheets: [...known, ...others] });
}

/** Erases drafts that were adopted; a draft that changed since it was read stays for the next round. */
export function eraseAdopted(guest: CitizenDatabase, adopted: readonly GuestDraft[]): Promise<void> {
  const tables = [guest.drafts, guest.attachments, guest.chunks, guest.scans, guest.pendingText];
  return guest.transaction('rw', tables, async () => {
    for (const { draft, scan, typed } of adopted) {
      const { id, revision, updatedAt } = draft;
      const stands = await guest.drafts.get(id);
      if (!stands || stands.revision !== revision || stands.updatedAt !== updatedAt) continue;
      // A photo that was taken meanwhile does not raise the draft's revision.
      if ((await readScan(guest, id))?.sheets.length !== scan?.sheets.length) continue;
      await guest.drafts.delete(id);
      const pending = await guest.pendingText.get(id);
      if (pending?.typedAt === typed?.typedAt) await guest.pendingText.delete(id);
      await eraseFiles(guest, id);
    }
  });
}
