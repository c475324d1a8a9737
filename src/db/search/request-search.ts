import type { RequestsOverview } from './overview.ts';
import type { OverviewCalendar, RequestQuery } from './request-query.ts';
import type { PageRequest } from './request-search-find.ts';
import type { FoundPage } from './request-search-memory.ts';

/** What can be asked of all requests together. */
export interface RequestSearch {
  find(query: RequestQuery, page: PageRequest): Promise<FoundPage>;
  summarise(calendar: OverviewCalendar): Promise<RequestsOverview>;
  /** Called when there may be other answers; returns how to stop. */
  subscribe(listener: () => void): () => void;
  close(): void;
}

/** What the page asks the worker. */
export type SearchCall =
  | { do: 'open'; name: string }
  | { do: 'find'; query: RequestQuery; page: PageRequest }
  | { do: 'summarise'; calendar: OverviewCalendar }
  | { do: 'refresh'; requestIds: string[]; messageIds: string[] };

/** What the worker says: an answer, or that there may be others now. */
export type SearchReply =
  | { callId: number; answer: unknown }
  | { callId: number; failed: true }
  | { hasNews: true };
