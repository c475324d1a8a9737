import { foldedWords, isOneSlipApart, stemOf } from './word-stem.ts';

/** How far apart the words of one expression may stand in a sentence. */
const MAX_WORDS_APART = 5;

/** What a word out of an expression is worth when the rest of the expression is missing. */
const WORTH_ALONE = 0.25;

/** The loss for each place further back in the list: so small that it decides only between equal scores. */
const LOSS_PER_PLACE = 0.004;

/** Scores how much a text speaks of each id. */
export function scoresOf(text: string, index: PhraseIndex, isBeingTyped = false): Map<string, number> {
  const mentions = findMentions(text, index, isBeingTyped);
  const scores = [...index.phrasesById.keys()].map((id) => [id, scoreOf(id, index, mentions)] as const);
  return new Map(scores.filter(([, score]) => score > 0));
}

/** Counts the different words of an id that the text holds in whole expressions. */
export function wordsOfWholePhrases(id: string, index: PhraseIndex, mentions: Mentions): number {
  const whole = (index.phrasesById.get(id) ?? []).filter((phrase) =>
    standInOrder(phrase, mentions, MAX_WORDS_APART),
  );
  return new Set(whole.flat()).size;
}

/** Returns the score of an id. Each word counts once, at the best worth that an expression of the id gives it. */
function scoreOf(id: string, index: PhraseIndex, mentions: Mentions): number {
  const worth = new Map<string, number>();
  for (const [place, phrase] of (index.phrasesById.get(id) ?? []).entries()) {
    const isWhole = standTogether(phrase, mentions, MAX_WORDS_APART);
    for (const stem of phrase) {
      if (!mentions.has(stem)) continue;
      const rarity = index.rarity.get(stem) ?? 0;
      const value =
        rarity * (isWhole ? (1 - place * LOSS_PER_PLACE) / Math.sqrt(phrase.length) : WORTH_ALONE);
      worth.set(stem, Math.max(worth.get(stem) ?? 0, value));
    }
  }
  return [...worth.values()].reduce((sum, value) => sum + value, 0);
}

/** The stems of one expression, such as *cartão de saúde*, in their order. An id lists its most usual expressions first. */
type Phrase = readonly string[];

export type PhraseIndex = ReturnType<typeof indexPhrases>;

/** `listed` are words by id, separated by commas; `ignored` are those that tell nothing, such as *para*. */
export function indexPhrases(listed: Readonly<Record<string, string>>, ignored: string) {
  const skipped = new Set(foldedWords(ignored));
  const phrasesById = new Map(
    Object.entries(listed).map(([id, words]) => [id, phrasesOf(words, skipped)] as const),
  );
  return { phrasesById, rarity: rarityOf(phrasesById), ignored: skipped };
}

function phrasesOf(words: string, skipped: ReadonlySet<string>): Phrase[] {
  const phrases = words.split(',').map((phrase) => {
    const telling = foldedWords(phrase).filter((word) => !skipped.has(word));
    return [...new Set(telling.map(stemOf))];
  });
  return phrases.filter((phrase) => phrase.length > 0);
}

/**
 * Returns the rarity of each stem: the fewer ids a word leads to, the more it tells. An id to which it leads only within a longer expression counts as a
 * fraction.
 */
function rarityOf(phrasesById: ReadonlyMap<string, readonly Phrase[]>): Map<string, number> {
  const uses = new Map<string, number>();
  for (const phrases of phrasesById.values()) {
    for (const stem of new Set(phrases.flat())) {
      const lengths = phrases.filter((phrase) => phrase.includes(stem)).map((phrase) => phrase.length);
      uses.set(stem, (uses.get(stem) ?? 0) + 1 / Math.min(...lengths));
    }
  }
  const rarest = Math.log(1 + phrasesById.size);
  return new Map(
    [...uses].map(([stem, used]) => [stem, Math.log(1 + phrasesById.size / Math.max(1, used)) / rarest]),
  );
}

/** The positions of each known stem in a text, counted in words. */
type Mentions = ReadonlyMap<string, readonly number[]>;

/** The part of the text that is read, in UTF-16 units: the longest description. A whole file may be pasted, and the work grows with the square of what is read. */
export const READ_UNITS = 4_000;

/** In a shorter word a slip more often than not makes another word. */
const MIN_LETTERS_FOR_A_SLIP = 6;

/** With fewer letters a word that is only begun may become too many others. */
const MIN_LETTERS_BEGUN = 3;

/** Finds the known stems in a text, also where one letter of a long word went wrong; of a text that is being typed the last word is only begun. */
export function findMentions(text: string, { rarity, ignored }: PhraseIndex, isBeingTyped = false): Mentions {
  const stems = [...rarity.keys()];
  const long = stems.filter((stem) => stem.length >= MIN_LETTERS_FOR_A_SLIP - 1);
  const recognised = new Map<string, readonly string[]>();

  function recognise(word: string): readonly string[] {
    const stem = stemOf(word);
    if (rarity.has(stem)) return [stem];
    const meant =
      stem.length < MIN_LETTERS_FOR_A_SLIP
        ? undefined
        : long.find((candidate) => candidate[0] === stem[0] && isOneSlipApart(candidate, stem));
    return meant === undefined ? [] : [meant];
  }

  function stemsBegunBy(word: string): readonly string[] {
    return word.length < MIN_LETTERS_BEGUN ? [] : stems.filter((stem) => stem.startsWith(word));
  }

  const mentions = new Map<string, number[]>();
  const words = foldedWords(text.slice(0, READ_UNITS));
  for (const [place, word] of words.entries()) {
    // An ignored word may share the stem of one that tells: *Segurança Social* is no *sócio*.
    if (ignored.has(word)) continue;
    const known = recognised.get(word) ?? recognise(word);
    recognised.set(word, known);
    const isBegun = isBeingTyped && known.length === 0 && place === words.length - 1;
    for (const stem of isBegun ? stemsBegunBy(word) : known) {
      const places = mentions.get(stem);
      if (places) places.push(place);
      else mentions.set(stem, [place]);
    }
  }
  return mentions;
}

/** Whether all stems stand near each other somewhere: *carta* here and *penhora* a page later are no letter of seizure. */
function standTogether(stems: readonly string[], mentions: Mentions, maxWordsApart: number): boolean {
  const [first, ...others] = stems.map((stem) => mentions.get(stem) ?? []);
  if (!first) return false;
  return first.some((place) =>
    others.every((places) => places.some((other) => Math.abs(other - place) <= maxWordsApart)),
  );
}

/** Whether all stems stand near each other in this order, as in *não recebi*: *recebi, mas não…* says something else. */
export function standInOrder(stems: readonly string[], mentions: Mentions, maxWordsApart: number): boolean {
  const [first, ...others] = stems.map((stem) => mentions.get(stem) ?? []);
  const followsFrom = (place: number, [next, ...rest]: (readonly number[])[]): boolean =>
    next === undefined ||
    next.some((later) => later > place && later - place <= maxWordsApart && followsFrom(later, rest));
  return first?.some((place) => followsFrom(place, others)) ?? false;
}
