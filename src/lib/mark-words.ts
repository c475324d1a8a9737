import { foldWords } from '../../shared/fold-text.ts';

type TextPart = { text: string; isMatch: boolean };

/** Folded words are kept, since cards repeat the same words. */
const folded = new Map<string, string>();
const MOST_KEPT = 5_000;

function foldWord(word: string): string {
  const known = folded.get(word);
  if (known !== undefined) return known;
  if (folded.size >= MOST_KEPT) folded.clear();
  const result = foldWords(word);
  folded.set(word, result);
  return result;
}

/** The words searched for, each of which knows what folded word it fits. */
export type Searched = readonly { fits(foldedWord: string): boolean }[];

function isSearched(word: string, searched: Searched): boolean {
  const candidate = foldWord(word);
  return searched.some((each) => each.fits(candidate));
}

/** What counts as a word is the same as in `foldText`: an apostrophe between Cyrillic letters is part of the word. */
const WORDS =
  /(?:[\p{L}\p{M}\p{N}]|(?<=\p{Script=Cyrillic}\p{M}*)['\u2018\u2019\u02bc`](?=\p{Script=Cyrillic}))+/gu;

/** Cuts a text at the words that are searched for; the parts together are the text. */
export function markWords(text: string, searched: Searched): TextPart[] {
  const parts: TextPart[] = [];
  let end = 0;
  for (const match of searched.length === 0 ? [] : text.matchAll(WORDS)) {
    if (!isSearched(match[0], searched)) continue;
    if (match.index > end) parts.push({ text: text.slice(end, match.index), isMatch: false });
    end = match.index + match[0].length;
    parts.push({ text: match[0], isMatch: true });
  }
  if (end < text.length) parts.push({ text: text.slice(end), isMatch: false });
  return parts;
}

/** Returns where the first of the searched words stands; -1 when none does. */
export function findWord(text: string, searched: Searched): number {
  if (searched.length === 0) return -1;
  for (const { 0: word, index } of text.matchAll(WORDS)) {
    if (isSearched(word, searched)) return index;
  }
  return -1;
}
