import type { Labelled } from '../../../contract/types.ts';
import type { Choice, Facets, FoundHits, RequestQuery } from './request-query.ts';
import type { SearchEntry } from './search-entry.ts';
import { type SearchedWord, searchedWords } from './word-forms.ts';

/** The filters. For each choice of a filter the result says how many requests it would leave, with the other filters unchanged. */
const FILTERS = {
  state: ({ state }, query) => query.state === null || state === query.state,
  kind: ({ kind }, query) => query.kind === null || kind === query.kind,
  person: ({ person }, { personId }) => personId === null || person.id === personId,
  topic: ({ lifeEvent, subject }, { topicId }) =>
    topicId === null || lifeEvent.id === topicId || subject?.id === topicId,
  unread: ({ isUnread }, { unreadOnly }) => !unreadOnly || isUnread,
  other: ({ receivedOn }, { from, until }) =>
    (from === null || receivedOn >= from) && (until === null || receivedOn <= until),
} satisfies Record<string, (entry: SearchEntry, query: RequestQuery) => boolean>;
type Aspect = keyof typeof FILTERS;
const ASPECTS = Object.keys(FILTERS) as Aspect[];

/**
 * Finds the requests of `withWords` that fit the filters, in its order, and returns the first of them; `samples` has at least one entry for each person and
 * topic that can be chosen.
 */
export function findRequests(
  withWords: readonly SearchEntry[],
  samples: readonly SearchEntry[],
  query: RequestQuery,
  limit: number,
): FoundHits {
  const words = searchedWords(query.words);
  const tally = createTally();
  const first: SearchEntry[] = [];
  let total = 0;
  for (const entry of samples) tally.know(entry);
  for (const entry of withWords) {
    const failing = failingAspect(entry, query);
    if (failing === 'several') continue;
    tally.count(entry, failing);
    if (failing !== null) continue;
    total += 1;
    if (first.length < limit) first.push(entry);
  }
  return {
    hits: first.map((entry) => ({ request: entry.request, messageId: messageWith(entry, words) })),
    total,
    facets: tally.facets(),
  };
}

/** Returns one entry for each combination of person and topic. */
export function sampleChoices(all: readonly SearchEntry[]): SearchEntry[] {
  const byChoice = new Map(all.map((entry) => [choiceKey(entry), entry]));
  return [...byChoice.values()];
}

function choiceKey({ person, lifeEvent, subject }: SearchEntry): string {
  return `${person.id} ${lifeEvent.id} ${subject?.id}`;
}

/** Returns the only filter that the entry fails; null where it fails none. */
function failingAspect(entry: SearchEntry, query: RequestQuery): Aspect | 'several' | null {
  let failing: Aspect | null = null;
  for (const aspect of ASPECTS) {
    if (FILTERS[aspect](entry, query)) continue;
    if (failing !== null) return 'several';
    failing = aspect;
  }
  return failing;
}

function messageWith(entry: SearchEntry, words: readonly SearchedWord[]): string | null {
  const missing = words.filter((word) => !word.isIn(entry.ownText));
  if (missing.length === 0) return null;
  const messages = [...entry.messages];
  const best =
    messages.find(([, text]) => missing.every((word) => word.isIn(text))) ??
    messages.find(([, text]) => missing.some((word) => word.isIn(text)));
  return best?.[0] ?? null;
}

function createTally() {
  const states = new Map<string, Choice>();
  const kinds = new Map<string, Choice>();
  const people = new Map<string, Choice>();
  const topics = new Map<string, Choice & { subjects: Map<string, Choice> }>();
  let unread = 0;

  /** Adds a choice, also one that would leave no request: the choice that is set must not vanish from the filters. */
  function know({ person, lifeEvent, subject }: SearchEntry): void {
    add(people, person, 0);
    const group = topics.get(lifeEvent.id) ?? { ...choiceOf(lifeEvent), subjects: new Map<string, Choice>() };
    topics.set(lifeEvent.id, group);
    if (subject) add(group.subjects, subject, 0);
  }

  /** Counts an entry for the choices of each filter. An entry that one filter alone keeps out still counts for that filter's choices. */
  function count(entry: SearchEntry, failing: Aspect | null): void {
    const counts = (aspect: Aspect) => failing === null || failing === aspect;
    if (counts('state')) add(states, { id: entry.state, label: '' }, 1);
    if (counts('kind')) add(kinds, { id: entry.kind, label: '' }, 1);
    if (counts('person')) add(people, entry.person, 1);
    if (counts('unread') && entry.isUnread) unread += 1;
    const group = counts('topic') ? topics.get(entry.lifeEvent.id) : undefined;
    if (!group) return;
    group.count += 1;
    if (entry.subject) add(group.subjects, entry.subject, 1);
  }

  const facets = (): Facets => ({
    states: [...states.values()],
    kinds: [...kinds.values()],
    people: [...people.values()],
    topics: [...topics.values()].map((group) => ({ ...group, subjects: [...group.subjects.values()] })),
    unread,
  });

  return { know, count, facets };
}

function choiceOf({ id, label }: Labelled): Choice {
  return { id, label, count: 0 };
}

function add(choices: Map<string, Choice>, named: Labelled, count: number): void {
  const choice = choices.get(named.id) ?? choiceOf(named);
  choice.count += count;
  choices.set(named.id, choice);
}
