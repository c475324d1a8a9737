import Dexie, { type IntervalTree, type ObservabilitySet } from 'dexie';
import { useEffect, useState } from 'react';
import type { ReaderLabels } from '../../../domain/topics/reader-topic.ts';
import type { Calendar } from '../../../domain/working-days.ts';
import type { CitizenDatabase } from '../core/citizen-database.ts';
import { useDatabase } from '../core/database-context.ts';
import type { RequestRow } from '../core/schema.ts';
import type { WrittenQuestion } from './find-similar.ts';
import type { RequestQuery } from './request-query.ts';
import type { RequestStatistics } from './request-statistics.ts';
import type { SearchCall } from './search-calls.ts';
import { openSearchChannel, type SearchChannel } from './search-channel.ts';
import type { FoundPage } from './search-memory.ts';

/** A search over all requests of a citizen. */
export interface RequestSearch {
  /** Finds the first requests of a query, at most `limit`. */
  find(query: RequestQuery, limit: number): Promise<FoundPage>;
  findSimilar(question: WrittenQuestion): Promise<RequestRow | null>;
  countStatistics(calendar: Calendar): Promise<RequestStatistics>;
  /** Calls the listener when a search may find something else; returns a function that stops this. */
  subscribe(listener: () => void): () => void;
  close(): void;
}

/** Opens a search over a citizen's requests, which follows the database until the search is closed. Topics are named in the reader's labels. */
export function openRequestSearch(db: CitizenDatabase, labels?: ReaderLabels): RequestSearch {
  const listeners = new Set<() => void>();
  const tell = () => {
    for (const listener of listeners) listener();
  };
  let channel = openSearchChannel(db, labels, tell);
  let isClosed = false;

  /** Opens another channel in place of one that failed: the system may have closed the worker's connection, as on an iPhone. */
  function renew(failed: SearchChannel): void {
    // A worker made after closing would never be ended. Another call may have renewed the channel meanwhile.
    if (isClosed || channel !== failed) return;
    channel.close();
    channel = openSearchChannel(db, labels, tell);
  }

  const stopWatching = watchRequestChanges(db, (changes) => {
    const asked = channel;
    function readAgain(): void {
      renew(asked);
      tell();
    }
    // The changed ids are unknown: everything is read again.
    if (!changes) return readAgain();
    // A worker that could not read the changes would go on finding old rows.
    asked.ask({ do: 'refresh', ...changes }).catch(readAgain);
  });

  /** Asks, and asks once more over another channel if the first one fails. The worker answers each call with a result of the call's own type. */
  async function ask<T>(call: SearchCall, again = call): Promise<T> {
    const asked = channel;
    const answer = await asked.ask(call).catch(() => {
      renew(asked);
      return channel.ask(again);
    });
    return answer as T;
  }

  return {
    find: (query, limit) => ask({ do: 'find', query, limit }, { do: 'find', query, limit, isWhole: true }),
    findSimilar: (question) => ask({ do: 'findSimilar', question }),
    countStatistics: (calendar) => ask({ do: 'countStatistics', calendar }),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      isClosed = true;
      stopWatching();
      listeners.clear();
      channel.close();
    },
  };
}

type RequestChanges = Omit<Extract<SearchCall, { do: 'refresh' }>, 'do'>;

/** The first pull of thousands of requests writes hundreds of rows many times a second: they are reported together. */
const TELL_EVERY_MS = 500;

/** Reports which requests and messages any tab has written, even one of an older build; null when their ids cannot be listed. */
function watchRequestChanges(db: CitizenDatabase, onChange: (changes: RequestChanges | null) => void) {
  const requestIds = new Set<string>();
  const messageIds = new Set<string>();
  let knowsAll = true;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function tell(): void {
    timer = undefined;
    onChange(knowsAll ? { requestIds: [...requestIds], messageIds: [...messageIds] } : null);
    requestIds.clear();
    messageIds.clear();
    knowsAll = true;
  }

  function listen(parts: ObservabilitySet): void {
    const requests = parts[`idb://${db.name}/requests/`];
    const messages = parts[`idb://${db.name}/messages/`];
    if (!requests && !messages) return;
    const isList = collectKeys(requests, requestIds) && collectKeys(messages, messageIds);
    knowsAll = knowsAll && isList;
    timer ??= setTimeout(tell, TELL_EVERY_MS);
  }

  Dexie.on.storagemutated.subscribe(listen);
  return () => {
    clearTimeout(timer);
    Dexie.on.storagemutated.unsubscribe(listen);
  };
}

/** Adds the changed keys to a set. Returns false when there are ranges among them: then the keys are not known one by one. */
function collectKeys(tree: IntervalTree | null | undefined, into: Set<string>): boolean {
  if (!tree || !('from' in tree)) return true;
  if (tree.from !== tree.to || typeof tree.from !== 'string') return false;
  into.add(tree.from);
  return collectKeys(tree.l, into) && collectKeys(tree.r, into);
}

/** How long the search stays open after its last page: a citizen who opens a found request and comes back need not wait for another reading of everything. */
const KEEP_MS = 60_000;

interface OpenSearch {
  db: CitizenDatabase;
  labels: ReaderLabels | undefined;
  search: RequestSearch;
  users: number;
  timer: ReturnType<typeof setTimeout> | undefined;
}

let open: OpenSearch | null = null;

function take(db: CitizenDatabase, labels: ReaderLabels | undefined): OpenSearch {
  if (open?.db !== db || open.labels !== labels) {
    closeSearch();
    open = { db, labels, search: openRequestSearch(db, labels), users: 0, timer: undefined };
  }
  clearTimeout(open.timer);
  open.users += 1;
  return open;
}

function give(back: OpenSearch): void {
  back.users -= 1;
  if (back.users > 0 || back !== open) return;
  // A closed database means that the citizen has left: nobody will come back to this search.
  back.timer = setTimeout(closeSearch, back.db.isOpen() ? KEEP_MS : 0);
}

function closeSearch(): void {
  // Its timer would close the next search.
  clearTimeout(open?.timer);
  open?.search.close();
  open = null;
}

/** Returns the search over the current citizen's requests, one for all pages that use it; null until it is open. Other labels open another one. */
export function useRequestSearch(labels: ReaderLabels | undefined): RequestSearch | null {
  const db = useDatabase();
  const [search, setSearch] = useState<RequestSearch | null>(null);
  useEffect(() => {
    const taken = take(db, labels);
    setSearch(taken.search);
    return () => give(taken);
  }, [db, labels]);
  return search;
}
