import { indexPhrases, type PhraseIndex, READ_UNITS, scoresOf } from './phrase-scores.ts';
import type { TopicTree } from './topic.ts';
import { foldedWords, sharedBeginning } from './word-stem.ts';

/** The shape of `locales/<lng>/topics.json`; `words` are everyday words by subject, separated by commas. */
export type TopicLabels = Record<'lifeEvent' | 'subject' | 'reason' | 'words', Record<string, string>>;

export interface SearchWords extends TopicLabels {
  /** Words that tell nothing of a topic, separated by commas. */
  ignored: string;
}

export type TopicMatch = { lifeEventId: string; subjectId: string };

/** A folded word, and the place of its expression among the everyday words, where the most usual come first. */
type IndexedWord = { text: string; place: number };

interface IndexEntry extends TopicMatch {
  /** The words by their source, the most telling source first. */
  sources: [label: IndexedWord[], everyday: IndexedWord[], lifeEvent: IndexedWord[]];
}

export interface TopicIndex {
  entries: readonly IndexEntry[];
  phrases: PhraseIndex;
}

/** From this length on a query also matches inside a word: *desemprego* by `emprego`, but not every word by `a`. */
const MIN_LETTERS_INSIDE = 4;

/** Shorter words (*de*, *da*, *a*) are left out of a query that has longer ones. */
const MIN_LETTERS_THAT_COUNT = 3;

/** With fewer subjects that match every word, those that match only some words are wanted too; beyond this number they would be noise. */
const ENOUGH = 5;

/** The rank that each place further back in the list adds: so small that it decides only between matches of the same kind. */
const RANK_PER_PLACE = 0.001;

export function buildTopicIndex(tree: TopicTree, labels: SearchWords): TopicIndex {
  const entries = tree.lifeEvents.flatMap((lifeEvent) =>
    lifeEvent.subjects.map(
      ({ id }): IndexEntry => ({
        lifeEventId: lifeEvent.id,
        subjectId: id,
        sources: [
          indexedWords([labels.subject[id] ?? '']),
          indexedWords((labels.words[id] ?? '').split(',')),
          indexedWords([labels.lifeEvent[lifeEvent.id] ?? '']),
        ],
      }),
    ),
  );
  return { entries, phrases: indexSubjects(tree, labels) };
}

/** Indexes subjects by their labels and everyday expressions. */
function indexSubjects(tree: TopicTree, { subject, words, ignored }: SearchWords): PhraseIndex {
  const ids = tree.lifeEvents.flatMap(({ subjects }) => subjects.map(({ id }) => id));
  const listed = ids.map((id) => [id, `${subject[id]},${words[id]}`] as const);
  return indexPhrases(Object.fromEntries(listed), ignored);
}

/**
 * Finds subjects that match every word, best first, then as in the tree; where none does, subjects that match other forms of the words:
 * *безробіттю* for `безробіття`. After few matches come subjects that any word speaks for: *a minha mãe morreu*.
 */
export function searchTopics(index: TopicIndex, query: string, limit: number): TopicMatch[] {
  const words = queryWordsOf(query);
  if (words.length === 0) return [];
  const whole = findWhole(index, words, limit);
  const found = whole.length > 0 ? whole : findWhole(index, words.map(sharedBeginning), limit);
  if (found.length >= ENOUGH) return found;
  const scores = scoresOf(query, index.phrases, true);
  const others = findBest(
    index,
    ENOUGH,
    (entry) => -(scores.get(entry.subjectId) ?? Number.NEGATIVE_INFINITY),
  );
  const known = new Set(found.map(({ subjectId }) => subjectId));
  return [...found, ...others.filter(({ subjectId }) => !known.has(subjectId))].slice(0, limit);
}

function findWhole(index: TopicIndex, words: readonly string[], limit: number): TopicMatch[] {
  return findBest(index, limit, (entry) => rankOfWords(entry, words));
}

function rankOfWords(entry: IndexEntry, words: readonly string[]): number {
  let sum = 0;
  for (const word of words) {
    sum += rankOfWord(entry, word);
    if (sum === Number.POSITIVE_INFINITY) break;
  }
  return sum;
}

/** Finds the entries of finite rank, lowest rank first. */
export function findBest(
  { entries }: TopicIndex,
  limit: number,
  rankOf: (entry: IndexEntry) => number,
): TopicMatch[] {
  return entries
    .map((entry) => ({ entry, rank: rankOf(entry) }))
    .filter(({ rank }) => rank < Number.POSITIVE_INFINITY)
    .sort((a, b) => a.rank - b.rank)
    .slice(0, limit)
    .map(({ entry: { lifeEventId, subjectId } }) => ({ lifeEventId, subjectId }));
}

function rankOfWord(entry: IndexEntry, word: string): number {
  for (const [position, source] of entry.sources.entries()) {
    const beginning = source.find(({ text }) => text.startsWith(word));
    if (beginning) return position + beginning.place * RANK_PER_PLACE;
  }
  if (word.length < MIN_LETTERS_INSIDE) return Number.POSITIVE_INFINITY;
  // A match inside a word ranks behind all that begin so: a Spanish *baja* is no part of *trabajador*.
  const inside = entry.sources.findIndex((source) => source.some(({ text }) => text.includes(word)));
  return inside < 0 ? Number.POSITIVE_INFINITY : entry.sources.length + inside;
}

function indexedWords(phrases: readonly string[]): IndexedWord[] {
  return phrases.flatMap((phrase, place) => foldedWords(phrase).map((text) => ({ text, place })));
}

function queryWordsOf(query: string): string[] {
  const words = foldedWords(query.slice(0, READ_UNITS));
  const long = words.filter((word) => word.length >= MIN_LETTERS_THAT_COUNT);
  return long.length > 0 ? long : words;
}
