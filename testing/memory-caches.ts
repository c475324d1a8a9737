const ORIGIN = 'https://e-clic.test';

type Asked = RequestInfo | URL;

const urlOf = (asked: Asked) => (asked instanceof Request ? asked.url : new URL(`${asked}`, ORIGIN).href);

interface MemoryCache {
  cache: Cache;
  stick(): void;
}

function createCache(): MemoryCache {
  const kept = new Map<string, Response>();
  let isStuck = false;
  const answer = <Answer>(work: () => Answer | Promise<Answer>) =>
    isStuck ? new Promise<Answer>(() => undefined) : Promise.resolve().then(work);
  const cache: Cache = {
    match: (asked) => answer(() => kept.get(urlOf(asked))?.clone()),
    matchAll: () => answer(() => [...kept.values()].map((each) => each.clone())),
    put: (asked, response) =>
      answer(async () => {
        kept.set(urlOf(asked), new Response(await response.blob(), { headers: response.headers }));
      }),
    delete: (asked) => answer(() => kept.delete(urlOf(asked))),
    keys: () => answer(() => [...kept.keys()].map((url) => new Request(url))),
    add: async () => Promise.reject(new Error('Fetch it, and put it')),
    addAll: async () => Promise.reject(new Error('Fetch them, and put them')),
  };
  return {
    cache,
    stick() {
      isStuck = true;
    },
  };
}

interface MemoryCaches extends CacheStorage {
  /** Leaves the cache as Chromium leaves one into which a killed tab was writing: it answers nothing more, not even who has it open. */
  stick(name: string): void;
}

/** Returns a browser's caches in memory. As in a browser, a deleted cache lives on for code that has it open. */
export function createMemoryCaches(): MemoryCaches {
  const caches = new Map<string, MemoryCache>();
  function open(name: string): MemoryCache {
    const opened = caches.get(name) ?? createCache();
    caches.set(name, opened);
    return opened;
  }
  return {
    stick: (name) => open(name).stick(),
    open: async (name) => open(name).cache,
    has: async (name) => caches.has(name),
    delete: async (name) => caches.delete(name),
    keys: async () => [...caches.keys()],
    match: async () => Promise.reject(new Error('Open one by its name')),
  };
}
