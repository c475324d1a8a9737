import { APP_PART, type FileList, type ListedFile, pathOfFileList } from '../../../shared/file-list.ts';

const BASE_PATH = import.meta.env.BASE_PATH;
const CACHE_PREFIX = 'eclic-files-';

/** Enough to fill a slow line, and few enough to leave room for what the page asks for. */
const AT_ONCE = 6;

/** What the browser gives; tests bring their own. */
export interface FilesSurroundings {
  buildId?: string;
  caches?: CacheStorage;
  fetch?: (asked: string | Request, options?: RequestInit) => Promise<Response>;
}

/** The files of one build that this device keeps. */
export interface KeptFiles {
  buildId: string;
  cache: Cache;
}

/** What the worker that starts e-Clic without a connection keeps of a build: one cache, which only that build fills. */
export function cacheOf(buildId: string): string {
  return CACHE_PREFIX + buildId;
}

/** The id of the build whose cache bears this name; undefined for another's. */
export function buildOf(cacheName: string): string | undefined {
  return cacheName.startsWith(CACHE_PREFIX) ? cacheName.slice(CACHE_PREFIX.length) : undefined;
}

export async function openFiles(caches: CacheStorage, buildId: string): Promise<KeptFiles> {
  return { buildId, cache: await caches.open(cacheOf(buildId)) };
}

export const urlOf = (path: string) => `${BASE_PATH}/${path}`;

/** Servers vary what they send by what a browser takes; what is kept is the same for all. */
export function findKept({ cache }: KeptFiles, path: string): Promise<Response | undefined> {
  return cache.match(urlOf(path), { ignoreVary: true });
}

/** Undefined until a worker has begun to keep this build. */
export async function readFileList(files: KeptFiles): Promise<FileList | undefined> {
  const kept = await findKept(files, pathOfFileList(files.buildId));
  return kept && ((await kept.json()) as FileList);
}

/** Paths of what is kept, as the list names them. */
export async function readKeptPaths({ cache }: KeptFiles): Promise<Set<string>> {
  const requests = await cache.keys();
  return new Set(requests.map(({ url }) => new URL(url).pathname.slice(BASE_PATH.length + 1)));
}

/** Fetches a file and keeps it. Rejects where it does not come. */
export async function keepFile(
  { cache }: KeptFiles,
  path: string,
  options: RequestInit,
  fetch: NonNullable<FilesSurroundings['fetch']>,
): Promise<Response> {
  const response = await fetch(urlOf(path), options);
  if (!response.ok) throw new Error(`${path} was answered with ${response.status}`);
  // A page that was led elsewhere is refused by browsers as the answer to a navigation.
  const own = response.redirected ? new Response(response.body, { headers: response.headers }) : response;
  await cache.put(urlOf(path), own.clone());
  return own;
}

/** Several at once, until one fails. */
export async function eachAtOnce<Item>(
  items: Iterable<Item>,
  work: (item: Item) => Promise<unknown>,
): Promise<void> {
  const left = [...items];
  const takeTurns = async () => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) await work(item);
  };
  const end = (error: unknown) => {
    left.length = 0;
    throw error;
  };
  await Promise.all(Array.from({ length: AT_ONCE }, () => takeTurns().catch(end)));
}

/** A part of the build: how much of it is kept, and what is not, in bytes as they are sent. */
export interface KeptPart {
  part: string;
  kept: number;
  missing: number;
}

/** What this device keeps of the build that runs. Null: it keeps nothing, or nothing yet. */
export async function readKeptParts(surroundings: FilesSurroundings = {}): Promise<KeptPart[] | null> {
  const opened = await openOwn(surroundings);
  if (!opened) return null;
  const paths = await readKeptPaths(opened.files);
  const sum = (files: readonly ListedFile[]) => files.reduce((bytes, [, , more]) => bytes + more, 0);
  return Object.entries(opened.list).map(([part, files]) => ({
    part,
    kept: sum(files.filter(([path]) => paths.has(path))),
    missing: sum(files.filter(([path]) => !paths.has(path))),
  }));
}

export interface KeepOptions extends FilesSurroundings {
  /** So many bytes of so many have come. */
  onProgress?: (bytes: number, all: number) => void;
  signal?: AbortSignal;
}

/** Fetches what is missing of the parts, and keeps it. False: there is no worker that would answer with it. Rejects where one does not come, or when it is told to stop. */
export async function keepParts(
  isMeant: (part: string) => boolean,
  { onProgress, signal, fetch = globalThis.fetch.bind(globalThis), ...surroundings }: KeepOptions = {},
): Promise<boolean> {
  const opened = await openOwn(surroundings);
  if (!opened) return false;
  const paths = await readKeptPaths(opened.files);
  const missing = Object.entries(opened.list)
    .filter(([part]) => part !== APP_PART && isMeant(part))
    .flatMap(([, files]) => files)
    .filter(([path]) => !paths.has(path));
  const all = missing.reduce((sum, [, , bytes]) => sum + bytes, 0);
  let come = 0;
  onProgress?.(come, all);
  await eachAtOnce(missing, async ([path, , bytes]) => {
    await keepFile(opened.files, path, signal ? { signal } : {}, fetch);
    come += bytes;
    onProgress?.(come, all);
  });
  return true;
}

async function openOwn({
  buildId = import.meta.env.BUILD_ID,
  caches = globalThis.caches,
}: FilesSurroundings): Promise<{ files: KeptFiles; list: FileList } | null> {
  // To open the cache would make it.
  if (!(await caches?.has(cacheOf(buildId)))) return null;
  const files = await openFiles(caches, buildId);
  const list = await readFileList(files);
  return list ? { files, list } : null;
}
