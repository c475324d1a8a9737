import type { Rating } from '../../../contract/types.ts';
import type { UnsentRating } from '../../../domain/copies/copy-format.ts';
import type { CitizenDatabase } from '../core/citizen-database.ts';

const PREFIX = 'rating ';
const keyOf = (requestId: string) => `${PREFIX}${requestId}`;

/** Counts the ratings that are being written. */
export function countRatingDrafts(db: CitizenDatabase): Promise<number> {
  const rows = db.metadata.where('key').startsWith(PREFIX);
  return rows.filter(({ value }) => hasContent(value as UnsentRating)).count();
}

/** A form that was emptied again leaves a row with nothing in it. */
export function hasContent({ helpful, comment }: UnsentRating): boolean {
  return helpful !== null || comment.trim() !== '';
}

export async function readRatingDraft(db: CitizenDatabase, requestId: string): Promise<UnsentRating | null> {
  const row = await db.metadata.get(keyOf(requestId));
  return (row?.value as UnsentRating | undefined) ?? null;
}

export async function keepRatingDraft(db: CitizenDatabase, requestId: string, draft: UnsentRating) {
  await db.metadata.put({ key: keyOf(requestId), value: draft });
}

/** Keeps a rating that was refused as the one that is being written, unless another is. */
export async function reopenRating(db: CitizenDatabase, requestId: string, refused: Rating): Promise<void> {
  const written = await readRatingDraft(db, requestId);
  if (!written || !hasContent(written)) await keepRatingDraft(db, requestId, refused);
}

export async function dropRatingDraft(db: CitizenDatabase, requestId: string): Promise<void> {
  await db.metadata.delete(keyOf(requestId));
}
