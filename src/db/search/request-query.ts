import type { Labelled, RequestKind, RequestState } from '../../../contract/types.ts';
import type { RequestRow } from '../core/schema.ts';

export const REQUEST_ORDERS = ['newestChange', 'oldest', 'dueFirst'] as const;
export type RequestOrder = (typeof REQUEST_ORDERS)[number];

/** The `personId` of the citizen's own requests. */
export const SELF = 'self';
/** The `topicId` of *Não sei qual é o tema*. */
export const UNKNOWN_TOPIC = 'unknown';

/** Words and filters of a search; null: the filter is not set. */
export interface RequestQuery {
  /** The words as they were typed. */
  words: string;
  state: RequestState | null;
  /** The id of a life event or of a subject, or `UNKNOWN_TOPIC`. */
  topicId: string | null;
  kind: RequestKind | null;
  /** `SELF`, or the id of the person whom the citizen represents. */
  personId: string | null;
  /** First and last Lisbon day of reception, yyyy-mm-dd. */
  from: string | null;
  until: string | null;
  unreadOnly: boolean;
  order: RequestOrder;
}

/** A choice of a filter, and how many requests it would leave. The label comes from the requests; it is empty where the id is enough. */
export interface Choice extends Labelled {
  count: number;
}

/** A life event with its subjects. */
export interface TopicGroup extends Choice {
  subjects: Choice[];
}

export interface Facets {
  states: Choice[];
  kinds: Choice[];
  people: Choice[];
  topics: TopicGroup[];
  unread: number;
}

export interface FoundHits {
  /** The requests, each with the id of a message that has searched words which the request itself does not have. */
  hits: { request: RequestRow; messageId: string | null }[];
  total: number;
  facets: Facets;
}

/** No words and no filters: all requests, latest change first. */
export const EVERYTHING: RequestQuery = {
  words: '',
  state: null,
  topicId: null,
  kind: null,
  personId: null,
  from: null,
  until: null,
  unreadOnly: false,
  order: 'newestChange',
};
