import { foldWords, queryWords } from '../../lib/fold-words.ts';

export interface SearchableAnswer<Id> {
  id: Id;
  /** Everything it may be found by: title, sentences, everyday words of its subjects. */
  words: string;
}

/** The answers that hold the beginning of every word of the query; without words, all. */
export function searchAnswers<Id>(answers: readonly SearchableAnswer<Id>[], query: string): Id[] {
  const wanted = queryWords(query);
  const found = answers.filter(({ words }) => {
    const held = ` ${foldWords(words)}`;
    return wanted.every((word) => held.includes(` ${word}`));
  });
  return found.map(({ id }) => id);
}
