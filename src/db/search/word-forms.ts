import { sharedBeginning } from '../../../domain/topics/word-stem.ts';
import { queryWords } from '../../../shared/fold-text.ts';

/** A word that is searched for, folded. */
export type SearchedWord = ReturnType<typeof toSearchedWord>;

export function searchedWords(query: string): SearchedWord[] {
  return queryWords(query).map(toSearchedWord);
}

function toSearchedWord(word: string) {
  const stem = sharedBeginning(word);
  /** Results by word, kept because texts repeat their words. */
  const known = new Map<string, boolean>();

  /** Whether a folded word begins with this word, or is another form of it: *dívidas* and *dívida*, but not *contas* and *contribuições*. */
  function fits(candidate: string): boolean {
    if (candidate.startsWith(word)) return true;
    if (stem === word || !candidate.startsWith(stem)) return false;
    const isForm = known.get(candidate) ?? sharedBeginning(candidate) === stem;
    known.set(candidate, isForm);
    return isForm;
  }

  /** Whether this word fits one of a text that is written ` word word `. */
  function isIn(text: string): boolean {
    for (let at = text.indexOf(` ${stem}`); at >= 0; at = text.indexOf(` ${stem}`, at + 1)) {
      if (fits(text.slice(at + 1, text.indexOf(' ', at + 1)))) return true;
    }
    return false;
  }

  /** Whether the other word fits everything that this one fits, as when letters were added to the other to give this one. */
  const isAmong = (other: { word: string; stem: string }) =>
    stem.startsWith(other.word) || (stem === other.stem && word.startsWith(other.word));

  return { word, stem, fits, isIn, isAmong };
}
