import { type CitizenDatabase, isErased } from '../core/citizen-database.ts';
import { withOlderWords, withWords } from '../core/older-rows.ts';
import type { PendingTextRow } from '../core/schema.ts';
import { isQuotaError } from '../core/storage-errors.ts';

/**
 * What an editor holds in the instant in which its page hides. A database's writes take turns: one that is asked for then waits for a save
 * in progress, and goes with it when the page goes. `localStorage` is written at once. From there the words move into the database when it is
 * opened next, or when their draft is.
 */
const PREFIX = 'eclic-last-words';

/** A browser that may keep nothing refuses already to be asked. */
function storage(): Storage | null {
  try {
    return globalThis.localStorage ?? null;
  } catch {
    return null;
  }
}

/** Whose they are, and how they are sealed. */
type Owner = Pick<CitizenDatabase, 'citizenId' | 'seal'>;

function keyOf({ citizenId }: Owner, draftId: string): string {
  return `${PREFIX}/${citizenId}/${draftId}`;
}

/** False where the browser did not take them. */
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

/** Once they are somewhere else. The page may have hidden once more meanwhile. */
export function forgetSameWords(db: Owner, { draftId, typedAt }: PendingTextRow): void {
  if (readLastWords(db, draftId)?.typedAt === typedAt) forgetLastWords(db, draftId);
}

/** For the instant in which the page hides. `dropPendingText`, or `openDraft`, takes the words away. */
export function putPendingText(db: CitizenDatabase, row: PendingTextRow): void {
  const kept = withOlderWords(row);
  // Words are kept also when the database has been closed, by a newer build or because the page goes; but never for whoever has left.
  if (isErased(db) || keepLastWords(db, kept) || !db.isOpen()) return;
  // A read-then-write is lost there, so this puts one row blindly and commits at once instead of waiting for an event loop that may never turn.
  const transaction = db.backendDB().transaction('pendingText', 'readwrite', { durability: 'strict' });
  transaction.objectStore('pendingText').put(db.seal?.closeRow(kept, ['draftId']) ?? kept);
  transaction.commit();
}

/** Once the words are saved; words that the same page has put down since stay. */
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

/** Into the database; the row that is there already stays when it is newer. Where the disk is full they stay where they are. */
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

/** Anybody who uses the device can write there: what is not ours is as good as nothing. */
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
