import type { Choice, Facets, FoundHits, Hit, PageEnd, RequestQuery, TopicGroup } from './request-query.ts';
import { beginningsOf, type SearchEntry } from './search-entry.ts';

/** The filters, each of which says how many there would be if it alone were set otherwise. */
const ASPECTS = ['state', 'kind', 'person', 'topic', 'unread', 'other'] as const;
type Aspect = (typeof ASPECTS)[number];

export interface PageRequest {
  after: PageEnd | null;
  limit: number;
}

export interface SearchRange {
  /** Those that have all the words, in the order asked for. */
  withWords: readonly SearchEntry[];
  /** At least one for each choice that there is. */
  samples: readonly SearchEntry[];
}

/** A page is what comes after the end of the page before, also when rows have come or gone meanwhile. */
export function findRequests(
  { withWords, samples }: SearchRange,
  query: RequestQuery,
  { after, limit }: PageRequest,
): FoundHits {
  const beginnings = beginningsOf(query);
  const tally = createTally();
  const page: SearchEntry[] = [];
  let total = 0;
  for (const entry of samples) tally.know(entry);
  for (const entry of withWords) {
    const failing = failingAspect(entry, query);
    if (failing === 'several') continue;
    tally.count(entry, failing);
    if (failing !== null) continue;
    total += 1;
    if (page.length < limit && isAfter(entry, query, after)) page.push(entry);
  }
  const last = page.at(-1);
  return {
    hits: page.map((entry): Hit => ({ request: entry.request, messageId: messageWith(entry, beginnings) })),
    total,
    end: last ? { sortKey: last.sortKeys[query.order], id: last.id } : after,
    facets: tally.facets(),
  };
}

/** One entry for each person and topic that there is. */
export function sampleChoices(all: readonly SearchEntry[]): SearchEntry[] {
  const byChoice = new Map(all.map((entry) => [choiceKey(entry), entry]));
  return [...byChoice.values()];
}

function choiceKey({ person, lifeEvent, subject }: SearchEntry): string {
  return `${person.id} ${lifeEvent.id} ${subject?.id}`;
}

function isAfter(entry: SearchEntry, query: RequestQuery, end: PageEnd | null): boolean {
  if (end === null) return true;
  const key = entry.sortKeys[query.order];
  return key > end.sortKey || (key === end.sortKey && entry.id > end.id);
}

/** Null: none fails. */
function failingAspect(entry: SearchEntry, query: RequestQuery): Aspect | 'several' | null {
  let failing: Aspect | null = null;
  for (const aspect of ASPECTS) {
    if (passes(entry, query, aspect)) continue;
    if (failing !== null) return 'several';
    failing = aspect;
  }
  return failing;
}

function passes(entry: SearchEntry, query: RequestQuery, aspect: Aspect): boolean {
  switch (aspect) {
    case 'state':
      return query.state === null || entry.state === query.state;
    case 'kind':
      return query.kind === null || entry.kind === query.kind;
    case 'person':
      return query.personId === null || entry.person.id === query.personId;
    case 'topic':
      return (
        query.topicId === null || entry.lifeEvent.id === query.topicId || entry.subject?.id === query.topicId
      );
    case 'unread':
      return !query.unreadOnly || entry.isUnread;
    case 'other':
      return (
        (query.from === null || entry.receivedOn >= query.from) &&
        (query.until === null || entry.receivedOn <= query.until)
      );
  }
}

function messageWith(entry: SearchEntry, beginnings: readonly string[]): string | null {
  const missing = beginnings.filter((beginning) => !entry.ownText.includes(beginning));
  if (missing.length === 0) return null;
  const messages = [...entry.messages];
  const best =
    messages.find(([, text]) => missing.every((beginning) => text.includes(beginning))) ??
    messages.find(([, text]) => missing.some((beginning) => text.includes(beginning)));
  return best?.[0] ?? null;
}

function createTally() {
  const states = new Map<string, Choice>();
  const kinds = new Map<string, Choice>();
  const people = new Map<string, Choice>();
  const topics = new Map<string, Choice & { subjects: Map<string, Choice> }>();
  let unread = 0;

  /** What could be chosen stays a choice when nothing fits it: what is chosen now must not vanish from the list. */
  function know({ person, lifeEvent, subject }: SearchEntry): void {
    add(people, person, 0);
    const group = topics.get(lifeEvent.id) ?? { ...choiceOf(lifeEvent), subjects: new Map<string, Choice>() };
    topics.set(lifeEvent.id, group);
    if (subject) add(group.subjects, subject, 0);
  }

  /** `failing` is the one filter that keeps the entry out, if any: it still counts among that filter's choices. */
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
    topics: [...topics.values()].map(
      ({ subjects, ...group }): TopicGroup => ({ ...group, subjects: [...subjects.values()] }),
    ),
    unread,
  });

  return { know, count, facets };
}

function choiceOf({ id, label }: { id: string; label: string }): Choice {
  return { id, label, count: 0 };
}

function add(choices: Map<string, Choice>, named: { id: string; label: string }, count: number): void {
  const choice = choices.get(named.id) ?? choiceOf(named);
  choice.count += count;
  choices.set(named.id, choice);
}
