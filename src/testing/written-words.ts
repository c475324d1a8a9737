import type { Change } from '../contract/types.ts';
import type { CitizenDatabase } from '../db/core/citizen-database.ts';
import type { PendingTextRow } from '../db/core/schema.ts';
import { listOpenDrafts } from '../db/drafts/drafts.ts';
import { listLastWords } from '../db/drafts/last-words.ts';
import { isDraftEntry } from '../db/outbox/take-back.ts';
import { COMPLAINT_PARTS, type ComplaintTexts, EMPTY_COMPLAINT } from '../domain/complaint-parts.ts';

export const WORD_FIELDS = ['description', ...COMPLAINT_PARTS] as const;
export type WordField = (typeof WORD_FIELDS)[number];

/** What stands in each field that a citizen can type in. */
export type Words = Record<WordField, string>;

export const NO_WORDS: Words = { description: '', ...EMPTY_COMPLAINT };

interface Written {
  description: string;
  complaint?: ComplaintTexts | null | undefined;
}

export function wordsIn({ description, complaint }: Written): Words {
  return { description, ...(complaint ?? EMPTY_COMPLAINT) };
}

/** Everything that is written where its citizen can find it: in drafts, put down in a last instant, on its way, or with the server. */
export async function readAllWords(db: CitizenDatabase, account: Change[]): Promise<Words[]> {
  const entries = (await db.outbox.toArray()).filter(isDraftEntry);
  const pending = [...(await db.pendingText.toArray()), ...listLastWords(db.citizenId)];
  const arrived = account.flatMap((change) => {
    if (change.type === 'request') return { id: change.request.id, words: wordsIn(change.request) };
    return change.type === 'message'
      ? { id: change.message.id, words: wordsIn({ description: change.message.body }) }
      : [];
  });
  // Nobody opens what has arrived to write in it: what was put down for it would never be seen again.
  const isSeen = (row: PendingTextRow) => !arrived.some(({ id }) => id === row.draftId);
  return [
    ...(await listOpenDrafts(db)).map(wordsIn),
    ...pending.filter(isSeen).map(({ text, complaint }) => wordsIn({ description: text, complaint })),
    ...entries.map(({ command: { content } }) =>
      wordsIn('body' in content ? { description: content.body } : content),
    ),
    ...arrived.map(({ words }) => words),
  ];
}

/** What of the words is nowhere. */
export function findLost(words: Partial<Words>, everywhere: readonly Words[]): string[] {
  return WORD_FIELDS.flatMap((field) => {
    const text = words[field] ?? '';
    const isThere = text === '' || everywhere.some((place) => place[field] === text);
    return isThere ? [] : `lost from ${field}: ${text}`;
  });
}
