import type { DraftTopic } from '../../../contract/types.ts';
import { type Content, contentOf } from '../../../domain/written/content.ts';
import { type Loose, wordsOf } from '../../../domain/written/words.ts';
import { foldWords } from '../../../shared/fold-text.ts';
import type { DraftRow, OutboxRow, SubmitRequestCommand } from '../../db/core/schema.ts';
import { type RequestQuery, SELF, UNKNOWN_TOPIC } from '../../db/search/request-query.ts';
import { searchedWords } from '../../db/search/word-forms.ts';

export interface Unsent {
  drafts: DraftRow[];
  waiting: OutboxRow<SubmitRequestCommand>[];
}

/**
 * Finds drafts and waiting requests by the same words and filters as the list. They have no state, day or messages yet, so a filter by these leaves them out.
 */
export function findUnsent(query: RequestQuery, { drafts, waiting }: Unsent): Unsent {
  const { state, unreadOnly, from, until } = query;
  if (state || unreadOnly || from || until) return { drafts: [], waiting: [] };
  return {
    drafts: drafts.filter((draft) => fits(query, draft)),
    waiting: waiting.filter(({ command }) => fits(query, command.content)),
  };
}

function fits(query: RequestQuery, content: Loose<Content>): boolean {
  const { kind, topic, onBehalfOf } = contentOf(content);
  const levels = levelsOf(topic);
  const text = ` ${foldWords([...Object.values(wordsOf(content)), ...levels.map(({ label }) => label)].join(' '))} `;
  return (
    searchedWords(query.words).every((word) => word.isIn(text)) &&
    (query.kind === null || query.kind === kind) &&
    (query.personId === null || query.personId === (onBehalfOf?.id ?? SELF)) &&
    (query.topicId === null || levels.some(({ id }) => id === query.topicId))
  );
}

function levelsOf(topic: DraftTopic): { id: string; label: string }[] {
  if (topic === null) return [];
  if (topic.status === 'unknown') return [{ id: UNKNOWN_TOPIC, label: '' }];
  return [topic.lifeEvent, topic.subject, topic.reason].flatMap((level) => level ?? []);
}
