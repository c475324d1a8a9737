import type { ReaderLabels } from '../../../domain/topics/reader-topic.ts';
import type { MessageRow, RequestRow } from '../core/schema.ts';
import { findRequests, sampleChoices } from './find-requests.ts';
import type { FoundHits, RequestOrder, RequestQuery } from './request-query.ts';
import { foldMessage, hasWord, type SearchEntry, toSearchEntry } from './search-entry.ts';
import { type SearchedWord, searchedWords } from './word-forms.ts';

const BATCH_ROWS = 1_000;

/** Reads rows: the worker over its own connection, the page and tests over Dexie's. */
export interface SearchSource {
  requestsAfter(id: string | null, limit: number): Promise<RequestRow[]>;
  messagesAfter(id: string | null, limit: number): Promise<MessageRow[]>;
  requestsById(ids: readonly string[]): Promise<(RequestRow | undefined)[]>;
  messagesById(ids: readonly string[]): Promise<(MessageRow | undefined)[]>;
}

export interface FoundRequest {
  request: RequestRow;
  /** The message that holds searched words which the request itself does not. */
  message: MessageRow | null;
}

export interface FoundPage extends Omit<FoundHits, 'hits'> {
  found: FoundRequest[];
  /** False while messages are still being read: there may be more. */
  isComplete: boolean;
}

export type SearchMemory = ReturnType<typeof createSearchMemory>;

/** Makes the memory that is searched, with all requests of a citizen, their topics in the reader's labels. Nothing of it is stored: it cannot be out of date at the next start. */
export function createSearchMemory(source: SearchSource, labels?: ReaderLabels) {
  const entries = new Map<string, SearchEntry>();
  /** Folded messages by request, also of requests that have not come yet: the feed may bring a message before its request. */
  const textsByRequest = new Map<string, Map<string, string>>();
  const narrowing = createNarrowing();
  let ordered: Partial<Record<RequestOrder, SearchEntry[]>> = {};
  let samples: SearchEntry[] | null = null;
  let isComplete = false;

  function textsOf(requestId: string): Map<string, string> {
    const texts = textsByRequest.get(requestId) ?? new Map<string, string>();
    textsByRequest.set(requestId, texts);
    return texts;
  }

  function takeRequest(request: RequestRow): void {
    entries.set(request.id, toSearchEntry(request, textsOf(request.id), labels));
    forgetAnswers();
  }

  function forgetAnswers(): void {
    ordered = {};
    samples = null;
    narrowing.forget();
  }

  function takeMessage(message: MessageRow): void {
    narrowing.forget();
    textsOf(message.requestId).set(message.id, foldMessage(message));
  }

  const readRequests = readOnce(() =>
    readAll((after) => source.requestsAfter(after, BATCH_ROWS), takeRequest),
  );

  /** Resolves when the messages are read too; requests can be found before. */
  const readMessages = readOnce(async () => {
    await readRequests();
    await readAll((after) => source.messagesAfter(after, BATCH_ROWS), takeMessage);
    isComplete = true;
  });

  async function refresh(requestIds: readonly string[], messageIds: readonly string[]): Promise<void> {
    const [requests, messages] = await Promise.all([
      source.requestsById(requestIds),
      source.messagesById(messageIds),
    ]);
    for (const [place, request] of requests.entries()) {
      if (request) takeRequest(request);
      else entries.delete(requestIds[place] ?? '');
    }
    if (requestIds.length > 0) forgetAnswers();
    for (const message of messages) if (message) takeMessage(message);
  }

  function inOrder(order: RequestOrder): SearchEntry[] {
    ordered[order] ??= [...entries.values()].sort((a, b) => compareBy(order, a, b));
    return ordered[order];
  }

  async function find(query: RequestQuery, limit: number): Promise<FoundPage> {
    await readRequests();
    const wasComplete = isComplete;
    samples ??= sampleChoices([...entries.values()]);
    const withWords = narrowing.narrow(inOrder(query.order), query);
    const { hits, ...rest } = findRequests(withWords, samples, query, limit);
    const messages = await source.messagesById(hits.flatMap(({ messageId }) => messageId ?? []));
    const messageOf = new Map(messages.map((message) => [message?.requestId, message]));
    const found = hits.map(({ request }) => ({ request, message: messageOf.get(request.id) ?? null }));
    return { ...rest, found, isComplete: wasComplete };
  }

  async function allEntries(): Promise<SearchEntry[]> {
    await readRequests();
    return [...entries.values()];
  }

  return { readMessages, refresh, find, entries: allEntries };
}

function compareBy(order: RequestOrder, a: SearchEntry, b: SearchEntry): number {
  const [keyA, keyB] = [a.sortKeys[order], b.sortKeys[order]];
  if (keyA !== keyB) return keyA < keyB ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}

/** Returns a function that reads once. A reading that fails, as when the system closes the connection, is made again at the next call. */
function readOnce(read: () => Promise<void>): () => Promise<void> {
  let reading: Promise<void> | null = null;
  return () => {
    reading ??= read().catch((error: unknown) => {
      reading = null;
      throw error;
    });
    return reading;
  };
}

async function readAll<Row extends { id: string }>(
  readAfter: (after: string | null) => Promise<Row[]>,
  take: (row: Row) => void,
): Promise<void> {
  let after: string | null = null;
  for (;;) {
    const rows: Row[] = await readAfter(after);
    for (const row of rows) take(row);
    const last = rows.at(-1);
    if (!last || rows.length < BATCH_ROWS) return;
    after = last.id;
  }
}

/** Searches every entry, which for 10 000 of them costs less than an index. It looks for a longer word only among the hits of the shorter one. */
function createNarrowing() {
  let last: { order: RequestOrder; words: SearchedWord[]; entries: readonly SearchEntry[] } | null = null;

  function isNarrower(words: SearchedWord[], order: RequestOrder): boolean {
    return last?.order === order && last.words.every((before) => words.some((word) => word.isAmong(before)));
  }

  return {
    /** Call it when any entry has changed. */
    forget(): void {
      last = null;
    },
    narrow(inOrder: readonly SearchEntry[], query: RequestQuery): readonly SearchEntry[] {
      const words = searchedWords(query.words);
      const start = last && isNarrower(words, query.order) ? last.entries : inOrder;
      const entries = start.filter((entry) => words.every((word) => hasWord(entry, word)));
      last = { order: query.order, words, entries };
      return entries;
    },
  };
}
