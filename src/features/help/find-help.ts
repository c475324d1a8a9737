import { searchAnswers } from '../../../domain/topics/short-answers.ts';
import { sharedBeginning } from '../../../domain/topics/word-stem.ts';
import { queryWords } from '../../lib/fold-text.ts';

export interface FindableText<Id> {
  id: Id;
  title: string;
  /** Everything else that it may be found by. */
  words: string;
}

/** Shorter ones, *que* and *de*, are in every text. */
const TELLING_LETTERS = 4;

/** What holds every word of the query, titles first. When nothing does, as for a whole question, what holds the most of its telling words. */
export function findHelp<Id>(texts: readonly FindableText<Id>[], query: string): Id[] {
  const titles = texts.map(({ id, title }) => ({ id, words: title }));
  const whole = texts.map(({ id, title, words }) => ({ id, words: `${title} ${words}` }));
  const found = new Set([...searchAnswers(titles, query), ...searchAnswers(whole, query)]);
  if (found.size > 0) return [...found];
  const hits = new Map<Id, number>();
  for (const word of queryWords(query).filter(({ length }) => length >= TELLING_LETTERS)) {
    for (const id of searchAnswers(whole, sharedBeginning(word))) hits.set(id, (hits.get(id) ?? 0) + 1);
  }
  const most = Math.max(...hits.values());
  return [...hits].filter(([, count]) => count === most).map(([id]) => id);
}
