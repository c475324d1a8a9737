import { foldWords } from './fold-words.ts';

export interface TextPart {
  text: string;
  isMatch: boolean;
}

const WORDS = /[\p{L}\p{M}\p{N}]+/gu;

/** Cuts a text at the words that begin as one of the searched ones does; the parts together are the text. */
export function markWords(text: string, searched: readonly string[]): TextPart[] {
  const parts: TextPart[] = [];
  let end = 0;
  for (const match of searched.length === 0 ? [] : text.matchAll(WORDS)) {
    const folded = foldWords(match[0]);
    if (!searched.some((word) => folded.startsWith(word))) continue;
    if (match.index > end) parts.push({ text: text.slice(end, match.index), isMatch: false });
    end = match.index + match[0].length;
    parts.push({ text: match[0], isMatch: true });
  }
  if (end < text.length) parts.push({ text: text.slice(end), isMatch: false });
  return parts;
}

/** Where the first of the searched words stands; -1 when none does. */
export function findWord(text: string, searched: readonly string[]): number {
  for (const { 0: word, index } of text.matchAll(WORDS)) {
    const folded = foldWords(word);
    if (searched.some((begin) => folded.startsWith(begin))) return index;
  }
  return -1;
}
