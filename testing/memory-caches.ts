const ORIGIN = 'https://e-clic.test';

type Asked = RequestInfo | URL;

const urlOf = (asked: Asked) => (asked instanceof Request ? asked.url : new URL(`${asked}`, ORIGIN).href);

function createCache(): Cache {
  const kept = new Map<string, Response>();
  const cache: Cache = {
    match: async (asked) => kept.get(urlOf(asked))?.clone(),
    matchAll: async () => [...kept.values()].map((each) => each.clone()),
    put: async (asked, response) => {
      kept.set(urlOf(asked), new Response(await response.blob(), { headers: response.headers }));
    },
    delete: async (asked) => kept.delete(urlOf(asked)),
    keys: async () => [...kept.keys()].map((url) => new Request(url)),
    add: async () => Promise.reject(new Error('Fetch it, and put it')),
    addAll: async () => Promise.reject(new Error('Fetch them, and put them')),
  };
  return cache;
}

function createStuckCache(): Cache {
  const never = () => new Promise<never>(() => undefined);
  return { match: never, matchAll: never, put: never, delete: never, keys: never, add: never, addAll: never };
}

interface MemoryCaches extends CacheStorage {
  /** Leaves the cache as Chromium leaves one into which a killed tab was writing: it answers nothing more. */
  stick(name: string): void;
}

/** Returns a browser's caches in memory. As in a browser, a deleted cache lives on for code that has it open. */
export function createMemoryCaches(): MemoryCaches {
  const caches = new Map<string, Cache>();
  return {
    stick: (name) => void caches.set(name, createStuckCache()),
    async open(name) {
      const cache = caches.get(name) ?? createCache();
      caches.set(name, cache);
      return cache;
    },
    has: async (name) => caches.has(name),
    delete: async (name) => caches.delete(name),
    keys: async () => [...caches.keys()],
    match: async () => Promise.reject(new Error('Open one by its name')),
  };
}
