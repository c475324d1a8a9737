import type { CitizenDatabase } from '../core/citizen-database.ts';
import { withWords } from '../core/older-rows.ts';
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

function keyOf(citizenId: string, draftId: string): string {
  return `${PREFIX}/${citizenId}/${draftId}`;
}

/** False where the browser did not take them. */
export function keepLastWords(citizenId: string, row: PendingTextRow): boolean {
  try {
    storage()?.setItem(keyOf(citizenId, row.draftId), JSON.stringify(row));
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

export function readLastWords(citizenId: string, draftId: string): PendingTextRow | undefined {
  return parse(storage()?.getItem(keyOf(citizenId, draftId)));
}

export function listLastWords(citizenId: string): PendingTextRow[] {
  return keysOf(citizenId).flatMap((key) => parse(storage()?.getItem(key)) ?? []);
}

export function forgetLastWords(citizenId: string, draftId: string): void {
  storage()?.removeItem(keyOf(citizenId, draftId));
}

export function forgetAllLastWords(citizenId: string): void {
  for (const key of keysOf(citizenId)) storage()?.removeItem(key);
}

/** Into the database; the row that is there already stays when it is newer. Where the disk is full they stay where they are. */
export async function takeUpLastWords(db: CitizenDatabase): Promise<void> {
  for (const row of listLastWords(db.citizenId)) {
    const moved = db.transaction('rw', db.pendingText, async () => {
      const known = await db.pendingText.get(row.draftId);
      if (!known || known.typedAt <= row.typedAt) await db.pendingText.put(row);
    });
    const isIn = await moved.then(
      () => true,
      (error: unknown) => {
        if (isQuotaError(error)) return false;
        throw error;
      },
    );
    // The page may have hidden once more meanwhile.
    if (isIn && readLastWords(db.citizenId, row.draftId)?.typedAt === row.typedAt)
      forgetLastWords(db.citizenId, row.draftId);
  }
}

/** Anybody who uses the device can write there: what is not ours is as good as nothing. */
function parse(text: string | null | undefined): PendingTextRow | undefined {
  try {
    const found: unknown = JSON.parse(text ?? 'null');
    const row = isOfDraft(found) ? withWords(found) : undefined;
    return typeof row?.words.description === 'string' ? row : undefined;
  } catch {
    return undefined;
  }
}

function isOfDraft(row: unknown): row is PendingTextRow {
  return row instanceof Object && 'draftId' in row;
}
