import type { CitizenDatabase } from '../core/citizen-database.ts';

/** A rating that is being written and was not sent. */
export interface RatingDraft {
  helpful: boolean | null;
  comment: string;
}

const keyOf = (requestId: string) => `rating ${requestId}`;

export async function readRatingDraft(db: CitizenDatabase, requestId: string): Promise<RatingDraft | null> {
  const row = await db.facts.get(keyOf(requestId));
  return (row?.value as RatingDraft | undefined) ?? null;
}

export async function keepRatingDraft(
  db: CitizenDatabase,
  requestId: string,
  draft: RatingDraft,
): Promise<void> {
  await db.facts.put({ key: keyOf(requestId), value: draft });
}

/** It was sent, or is not wanted any more. */
export async function dropRatingDraft(db: CitizenDatabase, requestId: string): Promise<void> {
  await db.facts.delete(keyOf(requestId));
}
