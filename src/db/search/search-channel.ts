import Dexie, { type Table } from 'dexie';
import type { ReaderLabels } from '../../../domain/topics/reader-topic.ts';
import { onPageLeft } from '../../../shared/page-leaving.ts';
import type { CitizenDatabase } from '../core/citizen-database.ts';
import workerUrl from './request-search.worker.ts?worker&url';
import { createAnswerer, type SearchCall, type SearchReply } from './search-calls.ts';
import type { SearchSource } from './search-memory.ts';

/** Carries calls to what answers them, a worker or the page itself, and brings the answers back. */
export interface SearchChannel {
  ask(call: SearchCall): Promise<unknown>;
  close(): void;
}

/** Opens a channel, to a worker where there is one: folding 50 000 messages in the page would stop it for a second. */
export function openSearchChannel(
  db: CitizenDatabase,
  labels: ReaderLabels | undefined,
  onNews: () => void,
): SearchChannel {
  const opening: SearchCall = { do: 'open', name: db.name, labels };
  try {
    // Where the browser keeps nothing, a worker would open the browser's database, not the memory that the page has in its place.
    if (Dexie.dependencies.indexedDB !== globalThis.indexedDB) return inThePage(db, opening, onNews);
    return toTheWorker(new Worker(workerUrl, { type: 'module' }), db, opening, onNews);
  } catch {
    // The browser has no workers or refuses this one: the page searches itself, which is slower.
    return inThePage(db, opening, onNews);
  }
}

function inThePage(db: CitizenDatabase, opening: SearchCall, onNews: () => void): SearchChannel {
  const ask = createAnswerer(async () => dexieSource(db), onNews);
  void ask(opening);
  return { ask, close() {} };
}

interface Caller {
  call: SearchCall;
  resolve: (answer: unknown) => void;
  reject: (error: Error) => void;
}

function toTheWorker(
  worker: Worker,
  db: CitizenDatabase,
  opening: SearchCall,
  onNews: () => void,
): SearchChannel {
  const waiting = new Map<number, Caller>();
  let lastCallId = 0;
  let instead: SearchChannel | null = null;

  worker.addEventListener('message', ({ data }: MessageEvent<SearchReply>) => {
    if ('hasNews' in data) return onNews();
    const caller = waiting.get(data.callId);
    // The browser refuses the worker the database: the worker could not answer anything.
    if ('failed' in data && caller?.call.do === 'open') return answerInstead();
    waiting.delete(data.callId);
    if ('failed' in data) caller?.reject(new Error('The search could not be answered'));
    else caller?.resolve(data.answer);
  });

  // The worker's file is gone, as after a new build, or the worker failed: callers would wait for ever.
  worker.addEventListener('error', answerInstead);

  function answerInstead(): void {
    worker.terminate();
    const channel = inThePage(db, opening, onNews);
    instead = channel;
    for (const { call, resolve, reject } of waiting.values()) channel.ask(call).then(resolve, reject);
    waiting.clear();
  }

  function ask(call: SearchCall): Promise<unknown> {
    if (instead) return instead.ask(call);
    lastCallId += 1;
    const callId = lastCallId;
    worker.postMessage({ callId, call });
    return new Promise((resolve, reject) => waiting.set(callId, { call, resolve, reject }));
  }

  const terminate = () => worker.terminate();
  // The worker reads over a connection of its own, which must end with the page.
  const forget = onPageLeft(terminate);
  // The page answers instead where opening fails; a search that is closed before needs no worker.
  ask(opening).catch(() => undefined);
  return {
    ask,
    close() {
      forget();
      terminate();
      // The callers would wait for ever; they can ask the next worker.
      for (const { reject } of waiting.values()) reject(new Error('The search was closed'));
    },
  };
}

/** Reads over Dexie's connection, where there is no worker. */
function dexieSource({ requests, messages }: CitizenDatabase): SearchSource {
  const readAfter = <Row>(table: Table<Row, string>, id: string | null, limit: number) =>
    table
      .where('id')
      .above(id ?? '')
      .limit(limit)
      .toArray();
  return {
    requestsAfter: (id, limit) => readAfter(requests, id, limit),
    messagesAfter: (id, limit) => readAfter(messages, id, limit),
    requestsById: (ids) => requests.bulkGet([...ids]),
    messagesById: (ids) => messages.bulkGet([...ids]),
  };
}
