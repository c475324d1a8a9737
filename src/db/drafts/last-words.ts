import { type CitizenDatabase, isErased } from '../core/citizen-database.ts';
import { withOlderWords, withWords } from '../core/older-rows.ts';
import type { PendingTextRow } from '../core/schema.ts';
import { isQuotaError } from '../core/storage-errors.ts';

/**
 * The words that an editor holds when its page hides. A write to the database would wait for a save in progress and be lost with it when the
 * page goes; `localStorage` writes at once. The words move into the database when it, or their draft, is opened next.
 */
const PREFIX = 'eclic-last-words';

/** `localStorage`, or null: a browser that may keep nothing throws when it is only named. */
function storage(): Storage | null {
  try {
    return globalThis.localStorage ?? null;
  } catch {
    return null;
  }
}

/** The owner of the words, and what seals them. */
type Owner = Pick<CitizenDatabase, 'citizenId' | 'seal'>;

function keyOf({ citizenId }: Owner, draftId: string): string {
  return `${PREFIX}/${citizenId}/${draftId}`;
}

/** Writes the words to `localStorage`; false where the browser refuses them. */
function keepLastWords(db: Owner, row: PendingTextRow): boolean {
  try {
    const text = JSON.stringify(row);
    storage()?.setItem(keyOf(db, row.draftId), db.seal?.closeText(text) ?? text);
    return storage() !== null;
  } catch {
    return false;
  }
}

function keysOf(citizenId: string): string[] {
  const kept = storage();
  const keys = Array.from({ length: kept?.length ?? 0 }, (_, n) => kept?.key(n) ?? '');
  return keys.filter((key) => key.startsWith(`${PREFIX}/${citizenId}/`));
}

export function readLastWords(db: Owner, draftId: string): PendingTextRow | undefined {
  return parse(db, storage()?.getItem(keyOf(db, draftId)));
}

export function listLastWords(db: Owner): PendingTextRow[] {
  return keysOf(db.citizenId).flatMap((key) => parse(db, storage()?.getItem(key)) ?? []);
}

function forgetLastWords(db: Owner, draftId: string): void {
  storage()?.removeItem(keyOf(db, draftId));
}

export function forgetAllLastWords(citizenId: string): void {
  for (const key of keysOf(citizenId)) storage()?.removeItem(key);
}

/** Removes words that are in the database now; newer words, of a page that hid again meanwhile, stay. */
export function forgetSameWords(db: Owner, { draftId, typedAt }: PendingTextRow): void {
  if (readLastWords(db, draftId)?.typedAt === typedAt) forgetLastWords(db, draftId);
}

/** Keeps the last typing when the page hides. `dropPendingText` or `openDraft` removes it. */
export function putPendingText(db: CitizenDatabase, row: PendingTextRow): void {
  const kept = withOlderWords(row);
  // Words are kept also when the database has been closed, by a newer build or because the page goes; but never for whoever has left.
  if (isErased(db) || keepLastWords(db, kept) || !db.isOpen()) return;
  // A read-then-write is lost there, so this puts one row blindly and commits at once instead of waiting for an event loop that may never turn.
  const transaction = db.backendDB().transaction('pendingText', 'readwrite', { durability: 'strict' });
  transaction.objectStore('pendingText').put(db.seal?.closeRow(kept, ['draftId']) ?? kept);
  transaction.commit();
}

/** Removes the last typing once its words are saved; words that the same page kept since stay. */
export async function dropPendingText(
  db: CitizenDatabase,
  { draftId, writer, typing }: Pick<PendingTextRow, 'draftId' | 'writer'> & { typing: number },
): Promise<void> {
  const isOld = (row: PendingTextRow | undefined) => row?.writer === writer && (row.typing ?? 0) <= typing;
  if (isOld(readLastWords(db, draftId))) forgetLastWords(db, draftId);
  await db.transaction('rw', db.pendingText, async () => {
    if (isOld(await db.pendingText.get(draftId))) await db.pendingText.delete(draftId);
  });
}

/** Moves last words into the database, unless its row is newer. Where the disk is full they stay in `localStorage`. */
export async function takeUpLastWords(db: CitizenDatabase): Promise<void> {
  for (const row of listLastWords(db)) {
    try {
      await db.transaction('rw', db.pendingText, async () => {
        const known = await db.pendingText.get(row.draftId);
        if (!known || known.typedAt <= row.typedAt) await db.pendingText.put(row);
      });
      forgetSameWords(db, row);
    } catch (error) {
      if (!isQuotaError(error)) throw error;
    }
  }
}

/** Reads a kept row; null where it is not one of ours, since anybody who uses the device can write to `localStorage`. */
function parse({ seal }: Owner, kept: string | null | undefined): PendingTextRow | undefined {
  try {
    const text = kept && seal ? seal.openText(kept) : kept;
    const found: unknown = JSON.parse(text ?? 'null');
    const row = isOfDraft(found) ? withWords(found) : undefined;
    return typeof (row?.words.description ?? '') === 'string' ? row : undefined;
  } catch {
    return undefined;
  }
}

function isOfDraft(row: unknown): row is PendingTextRow {
  return row instanceof Object && 'draftId' in row;
}
