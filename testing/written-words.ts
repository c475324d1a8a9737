import type { Change } from '../contract/types.ts';
import { type Loose, WORD_FIELDS, type Words, type Written } from '../domain/written/words.ts';
import type { CitizenDatabase } from '../src/db/core/citizen-database.ts';
import type { PendingTextRow } from '../src/db/core/schema.ts';
import { listOpenDrafts } from '../src/db/drafts/drafts.ts';
import { listLastWords } from '../src/db/drafts/last-words.ts';
import { isDraftEntry } from '../src/db/outbox/commands.ts';

/** Reads the words in another way than the app, so that a field that the app forgets shows as lost. */
export function wordsIn({ description = '', complaint }: Loose<Written>): Words {
  const { office = '', happenedOn = '', wanted = '' } = complaint ?? {};
  return { description, office, happenedOn, wanted };
}

/** Returns all words that the citizen can still find: in drafts, put down in a last instant, on their way, or with the server. */
export async function readAllWords(db: CitizenDatabase, account: Change[]): Promise<Words[]> {
  const entries = (await db.outbox.toArray()).filter(isDraftEntry);
  const pending = [...(await db.pendingText.toArray()), ...listLastWords(db)];
  const arrived = account.flatMap((change) => {
    if (change.type === 'request') return { id: change.request.id, words: wordsIn(change.request) };
    return change.type === 'message'
      ? { id: change.message.id, words: wordsIn({ description: change.message.body }) }
      : [];
  });
  // Nobody opens a draft that has arrived, so words that were put down for it would never be seen again.
  const isSeen = (row: PendingTextRow) => !arrived.some(({ id }) => id === row.draftId);
  return [
    ...(await listOpenDrafts(db)).map(wordsIn),
    ...pending.filter(isSeen).map(({ words }) => wordsIn(words)),
    ...entries.map(({ command: { content } }) =>
      wordsIn('body' in content ? { description: content.body } : content),
    ),
    ...arrived.map(({ words }) => words),
  ];
}

/** Returns the words that are nowhere. */
export function findLost(words: Partial<Words>, everywhere: readonly Words[]): string[] {
  return WORD_FIELDS.flatMap((field) => {
    const text = words[field] ?? '';
    const isThere = text === '' || everywhere.some((place) => place[field] === text);
    return isThere ? [] : `lost from ${field}: ${text}`;
  });
}
