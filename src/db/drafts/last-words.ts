import { type CitizenDatabase, isErased } from '../core/citizen-database.ts';
import { withOlderWords, withWords } from '../core/older-rows.ts';
import type { PendingTextRow } from '../core/schema.ts';
import { isQuotaError } from '../core/storage-errors.ts';
import { isMemoryOnly } from '../core/storage-trouble.ts';

/**
 * The words that an editor holds when its page hides. A write to the database would wait for a save in progress and be lost with it when the
 * page goes; `localStorage` writes at once. The words move into the database when the database, or their draft, is next opened.
 */
const PREFIX = 'eclic-last-words';

/**
 * Returns `localStorage`, or null: a browser that may keep nothing throws as soon as it is named. Where drafts end with the page, so do their last words: nothing
 * would open them, and they would lie there readable.
 */
function storage(): Storage | null {
  try {
    return isMemoryOnly() ? null : (globalThis.localStorage ?? null);
  } catch {
    return null;
  }
}

/** The owner of the words, and what seals them. */
type Owner = Pick<CitizenDatabase, 'citizenId' | 'seal'>;

/** Writes the words to `localStorage`, those of each tab under a key of their own; false where the browser refuses them. */
function keepLastWords({ citizenId, seal }: Owner, row: PendingTextRow): boolean {
  try {
    const text = JSON.stringify(row);
    storage()?.setItem(`${PREFIX}/${citizenId}/${row.draftId}/${row.writer}`, seal?.closeText(text) ?? text);
    return storage() !== null;
  } catch {
    return false;
  }
}

function keysOf(citizenId: string): string[] {
  return Object.keys(storage() ?? {}).filter((key) => key.startsWith(`${PREFIX}/${citizenId}/`));
}

/** Lists the last words of all tabs that were left, the oldest first. */
export function listLastWords(db: Owner): PendingTextRow[] {
  const rows = keysOf(db.citizenId).flatMap((key) => parse(db, storage()?.getItem(key)) ?? []);
  return rows.sort((a, b) => a.typedAt.localeCompare(b.typedAt));
}

function forgetLastWords(db: Owner, isGone: (row: PendingTextRow) => boolean): void {
  for (const key of keysOf(db.citizenId)) {
    const row = parse(db, storage()?.getItem(key));
    if (row && isGone(row)) storage()?.removeItem(key);
  }
}

export function forgetAllLastWords(citizenId: string): void {
  for (const key of keysOf(citizenId)) storage()?.removeItem(key);
}

/** Removes words that are in the database now; newer words, of a page that hid again meanwhile, stay. */
export function forgetSameWords(db: Owner, { draftId, writer, typedAt }: PendingTextRow): void {
  forgetLastWords(db, (row) => row.draftId === draftId && row.writer === writer && row.typedAt === typedAt);
}

/** Keeps the last typing when the page hides. `dropPendingText` or `openDraft` removes it. */
export function putPendingText(db: CitizenDatabase, row: PendingTextRow): void {
  const kept = withOlderWords(row);
  // Words are kept also when a newer build or the end of the page has closed the database, but never for a citizen who has left.
  if (isErased(db) || keepLastWords(db, kept) || !db.isOpen()) return;
  // While a page hides, a write that follows a read is lost. So this puts one row without reading, and commits at once: the event loop may never turn again.
  const transaction = db.backendDB().transaction('pendingText', 'readwrite', { durability: 'strict' });
  transaction.objectStore('pendingText').put(db.seal?.closeRow(kept, ['draftId']) ?? kept);
  transaction.commit();
}

/**
 * Keeps what is typed in a draft that waits to be sent. The database has it also after the browser was killed; while it has words of another tab, or no
 * room, `localStorage` has it.
 */
export async function keepTyping(db: CitizenDatabase, row: PendingTextRow): Promise<void> {
  if (isErased(db)) return;
  const kept = withOlderWords(row);
  keepLastWords(db, kept);
  await moveIntoDatabase(db, kept);
}

/** Removes the last typing once its words are saved; words that the same page kept since stay. */
export async function dropPendingText(
  db: CitizenDatabase,
  { draftId, writer, typing }: Pick<PendingTextRow, 'draftId' | 'writer'> & { typing: number },
): Promise<void> {
  const isOld = (row: PendingTextRow | undefined) =>
    row?.draftId === draftId && row.writer === writer && (row.typing ?? 0) <= typing;
  forgetLastWords(db, isOld);
  await db.transaction('rw', db.pendingText, async () => {
    if (isOld(await db.pendingText.get(draftId))) await db.pendingText.delete(draftId);
  });
}

/** Moves last words into the database; they stay in `localStorage` where the disk is full. */
export async function takeUpLastWords(db: CitizenDatabase): Promise<void> {
  for (const row of listLastWords(db)) {
    try {
      await moveIntoDatabase(db, row);
    } catch (error) {
      if (!isQuotaError(error)) throw error;
    }
  }
}

/** Moves words into the database, unless it has later ones of the same tab. They stay while it has another tab's, which must come into the draft first. */
async function moveIntoDatabase(db: CitizenDatabase, row: PendingTextRow): Promise<void> {
  const isTaken = await db.transaction('rw', db.pendingText, async () => {
    const known = await db.pendingText.get(row.draftId);
    if (known && known.writer !== row.writer) return false;
    if ((known?.typing ?? 0) <= (row.typing ?? 0)) await db.pendingText.put(row);
    return true;
  });
  if (isTaken) forgetSameWords(db, row);
}

/** Reads a kept row; undefined where e-Clic did not write it, since anybody who uses the device can write to `localStorage`. */
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

/** The fields by which a kept row is found and removed. */
const MARKS = ['draftId', 'writer', 'typedAt'];

function isOfDraft(row: unknown): row is PendingTextRow {
  return row instanceof Object && MARKS.every((mark) => typeof Reflect.get(row, mark) === 'string');
}
