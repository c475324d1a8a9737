import type { TopicLabels, TopicMatch } from './search-topics.ts';
import type { TopicTree } from './topic.ts';
import { foldedWords, isOneSlipApart, stemOf } from './word-stem.ts';

/** What `locales/<lng>/topics.json` knows of everyday words. */
export interface SuggestionWords extends TopicLabels {
  /** Everyday words by reason, separated by commas. */
  reasonWords: Record<string, string>;
  /** Words that tell nothing of a topic, separated by commas. */
  ignored: string;
}

export interface TopicSuggestion extends TopicMatch {
  /** Null when the words leave it open. */
  reasonId: string | null;
}

const MAX_SUGGESTIONS = 3;

/** How far apart the words of one expression may stand in a sentence. */
const MAX_WORDS_APART = 5;

/** From one word of a reason's expression to the next: *não me pagaram*, *não concordo nada*. */
const MAX_WORDS_APART_IN_REASONS = 2;

/** What a word out of an expression is worth when the rest of the expression is missing. */
const WORTH_ALONE = 0.25;

/** Below this nothing is suggested: silence is better than a silly guess. */
const MIN_SCORE = 0.55;

/** What scores less than this part of the best is only noise beside it. */
const MIN_PART_OF_BEST = 0.35;

/** So little that it decides only between equals. */
const LOSS_PER_PLACE = 0.004;

/** Up to three subjects that a description seems to speak of, best first; reads nothing but its arguments. */
export function suggestTopics(
  description: string,
  topics: TopicTree,
  words: SuggestionWords,
): TopicSuggestion[] {
  const subjects = topics.lifeEvents.flatMap((lifeEvent) =>
    lifeEvent.subjects.map(({ id }) => ({ lifeEventId: lifeEvent.id, subjectId: id })),
  );
  const listed = subjects.map(
    ({ subjectId: id }) => [id, `${words.subject[id]},${words.words[id]}`] as const,
  );
  const index = indexPhrases(Object.fromEntries(listed), words.ignored);
  const mentions = findMentions(description, index);
  const scores = new Map([...index.phrasesById.keys()].map((id) => [id, scoreOf(id, index, mentions)]));
  const best = Math.max(...scores.values());
  const reasonId = findReason(description, topics, words);
  return subjects
    .map((subject) => ({ ...subject, reasonId, score: scores.get(subject.subjectId) ?? 0 }))
    .filter(({ score }) => score >= MIN_SCORE && score >= best * MIN_PART_OF_BEST)
    .sort((a, b) => b.score - a.score)
    .slice(0, MAX_SUGGESTIONS)
    .map(({ score: _score, ...suggestion }) => suggestion);
}

/** The reason that whole expressions speak for, and speak for alone. */
function findReason(description: string, topics: TopicTree, words: SuggestionWords): string | null {
  const known = topics.reasons.map(({ id }) => [id, words.reasonWords[id] ?? ''] as const);
  const index = indexPhrases(Object.fromEntries(known), '');
  const mentions = findMentions(description, index);
  const spokenFor = [...index.phrasesById].filter(([, phrases]) =>
    phrases.some((phrase) => standInOrder(phrase, mentions, MAX_WORDS_APART_IN_REASONS)),
  );
  return spokenFor.length === 1 ? (spokenFor[0]?.[0] ?? null) : null;
}

/** Each word counts once, at the best worth that an expression of the subject gives it. */
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

/** The stems of *cartão de saúde*, in their order; of the usual words between commas, the most usual come first. */
type Phrase = readonly string[];

type PhraseIndex = ReturnType<typeof indexPhrases>;

/** `listed` are words by id, separated by commas; `ignored` are those that tell nothing, such as *para*. */
function indexPhrases(listed: Readonly<Record<string, string>>, ignored: string) {
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

/** By stem: the fewer ids a word leads to, the more it tells. A word that only helps to make up an expression says less of where else it leads to. */
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

/** Where in a text each known stem stands, counted in words. */
type Mentions = ReadonlyMap<string, readonly number[]>;

/** A slip in a shorter word makes another word more often than it makes none. */
const MIN_LETTERS_FOR_A_SLIP = 6;

/** Finds the known stems in a text, also where one letter of a long word went wrong. */
function findMentions(text: string, { rarity, ignored }: PhraseIndex): Mentions {
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
function standTogether(stems: readonly string[], mentions: Mentions, maxWordsApart: number): boolean {
  const [first, ...others] = stems.map((stem) => mentions.get(stem) ?? []);
  if (!first) return false;
  return first.some((place) =>
    others.every((places) => places.some((other) => Math.abs(other - place) <= maxWordsApart)),
  );
}

/** The same, but one after the other, as in *não recebi*: *recebi, mas não…* says something else. */
function standInOrder(stems: readonly string[], mentions: Mentions, maxWordsApart: number): boolean {
  const [first, ...others] = stems.map((stem) => mentions.get(stem) ?? []);
  const followsFrom = (place: number, [next, ...rest]: (readonly number[])[]): boolean =>
    next === undefined ||
    next.some((later) => later > place && later - place <= maxWordsApart && followsFrom(later, rest));
  return first?.some((place) => followsFrom(place, others)) ?? false;
}
