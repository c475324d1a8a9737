import type { PhraseIndex } from './topic-suggestions-phrases.ts';
import { foldedWords, isOneSlipApart, stemOf } from './topic-suggestions-stem.ts';

/** Where in a text each known stem stands, counted in words. */
export type Mentions = ReadonlyMap<string, readonly number[]>;

/** A slip in a shorter word makes another word more often than it makes none. */
const MIN_LETTERS_FOR_A_SLIP = 6;

/** Finds the known stems in a text, also where one letter of a long word went wrong. */
export function findMentions(text: string, { rarity, ignored }: PhraseIndex): Mentions {
  const stems = new Set(rarity.keys());
  const long = [...stems].filter((stem) => stem.length >= MIN_LETTERS_FOR_A_SLIP - 1);
  const recognised = new Map<string, string | undefined>();

  function recognise(word: string): string | undefined {
    const stem = stemOf(word);
    if (stems.has(stem) || stem.length < MIN_LETTERS_FOR_A_SLIP) return stem;
    return long.find((candidate) => candidate[0] === stem[0] && isOneSlipApart(candidate, stem));
  }

  const mentions = new Map<string, number[]>();
  for (const [place, word] of foldedWords(text).entries()) {
    // Its stem may be that of a word which does tell: *Segurança Social* is no *sócio*.
    if (ignored.has(word)) continue;
    if (!recognised.has(word)) recognised.set(word, recognise(word));
    const stem = recognised.get(word);
    if (stem === undefined || !stems.has(stem)) continue;
    mentions.set(stem, [...(mentions.get(stem) ?? []), place]);
  }
  return mentions;
}

/** Whether all stems stand near each other somewhere: *carta* here and *penhora* a page later are no letter of seizure. */
export function standTogether(stems: readonly string[], mentions: Mentions, maxWordsApart: number): boolean {
  const [first, ...others] = stems.map((stem) => mentions.get(stem) ?? []);
  if (!first) return false;
  return first.some((place) =>
    others.every((places) => places.some((other) => Math.abs(other - place) <= maxWordsApart)),
  );
}

/** The same, but one after the other, as in *não recebi*: *recebi, mas não…* says something else. */
export function standInOrder(stems: readonly string[], mentions: Mentions, maxWordsApart: number): boolean {
  const [first, ...others] = stems.map((stem) => mentions.get(stem) ?? []);
  const followsFrom = (place: number, [next, ...rest]: (readonly number[])[]): boolean =>
    next === undefined ||
    next.some((later) => later > place && later - place <= maxWordsApart && followsFrom(later, rest));
  return first?.some((place) => followsFrom(place, others)) ?? false;
}
