import { untilLeft } from '../lib/page-leaving.ts';
import type { CitizenDatabase } from './citizen-database.ts';
import type { RequestSearch, SearchCall, SearchReply } from './request-search.ts';
import { createAnswerer } from './request-search-answer.ts';
import { watchRequestChanges } from './request-search-changes.ts';
import { dexieSource } from './request-search-source.ts';
import { SEARCH_WORKER_URL } from './request-search-worker-url.ts';

/** How the calls travel. */
interface Road {
  ask(call: SearchCall): Promise<unknown>;
  close(): void;
}

/** The requests of a citizen to be searched, kept up to date with the database until it is closed. */
export function openRequestSearch(db: CitizenDatabase): RequestSearch {
  const listeners = new Set<() => void>();
  const tell = () => {
    for (const listener of listeners) listener();
  };
  let road = openRoad(db, tell);

  const stopWatching = watchRequestChanges(db, (changes) => {
    if (changes) {
      void road.ask({ do: 'refresh', ...changes });
      return;
    }
    // Nobody can tell what has changed: everything is read again.
    road.close();
    road = openRoad(db, tell);
    tell();
  });

  // The worker answers each call with what belongs to it.
  const ask = <T>(call: SearchCall) => road.ask(call) as Promise<T>;
  return {
    find: (query, page) => ask({ do: 'find', query, page }),
    summarise: (calendar) => ask({ do: 'summarise', calendar }),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      stopWatching();
      listeners.clear();
      road.close();
    },
  };
}

function openRoad(db: CitizenDatabase, onNews: () => void): Road {
  return startWorker(db, onNews) ?? inThePage(db, onNews);
}

function inThePage(db: CitizenDatabase, onNews: () => void): Road {
  const ask = createAnswerer(async () => dexieSource(db), onNews);
  void ask({ do: 'open', name: db.name });
  return { ask, close() {} };
}

/** Null where there are no workers, or none is let through: the page then searches itself, and is slower. */
function startWorker(db: CitizenDatabase, onNews: () => void): Road | null {
  try {
    return toTheWorker(new Worker(SEARCH_WORKER_URL, { type: 'module' }), db, onNews);
  } catch {
    return null;
  }
}

interface Caller {
  call: SearchCall;
  resolve: (answer: unknown) => void;
  reject: (error: Error) => void;
}

function toTheWorker(worker: Worker, db: CitizenDatabase, onNews: () => void): Road {
  const waiting = new Map<number, Caller>();
  let lastCallId = 0;
  let instead: Road | null = null;

  worker.addEventListener('message', ({ data }: MessageEvent<SearchReply>) => {
    if ('hasNews' in data) return onNews();
    const caller = waiting.get(data.callId);
    waiting.delete(data.callId);
    if ('failed' in data) caller?.reject(new Error('The search could not be answered'));
    else caller?.resolve(data.answer);
  });

  // Its file cannot be had, as after a new build, or it broke: whoever waits for an answer would wait for ever.
  worker.addEventListener('error', () => {
    worker.terminate();
    const road = inThePage(db, onNews);
    instead = road;
    for (const { call, resolve, reject } of waiting.values()) road.ask(call).then(resolve, reject);
    waiting.clear();
  });

  function ask(call: SearchCall): Promise<unknown> {
    if (instead) return instead.ask(call);
    lastCallId += 1;
    const callId = lastCallId;
    worker.postMessage({ callId, call });
    return new Promise((resolve, reject) => waiting.set(callId, { call, resolve, reject }));
  }

  const terminate = () => worker.terminate();
  // It reads through a connection of its own.
  const forget = untilLeft(terminate);
  void ask({ do: 'open', name: db.name });
  return {
    ask,
    close() {
      forget();
      terminate();
    },
  };
}
