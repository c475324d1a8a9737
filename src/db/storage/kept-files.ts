import {
  APP_PART,
  type FileList,
  folderOfBuild,
  type ListedFile,
  pathOfFileList,
} from '../../../shared/file-list.ts';
import { type Clock, systemClock } from '../../lib/clock.ts';
import { openLiveCache } from './live-cache.ts';

const BASE_PATH = import.meta.env.BASE_PATH;
const CACHE_PREFIX = 'eclic-files-';
const MORE_PREFIX = 'eclic-more-';

/** How many files are fetched at once: enough to fill a slow line, and few enough to leave room for what the page asks for. */
const AT_ONCE = 6;

/** What the browser provides; tests pass their own. */
export interface FilesSurroundings {
  buildId?: string;
  caches?: CacheStorage;
  fetch?: (asked: string | Request, options?: RequestInit) => Promise<Response>;
  clock?: Clock;
}

/** The files of one build that this device keeps. */
export interface KeptFiles {
  buildId: string;
  /** The part `app`. Only a worker that is being installed writes into it: a tab that is killed can take no cache away with which e-Clic starts. */
  app: Cache;
  /** All other parts, into which pages write too. */
  openMore(): Promise<Cache>;
}

/** Returns the name of the cache with which the worker starts e-Clic without a connection. */
export function cacheOf(buildId: string): string {
  return CACHE_PREFIX + buildId;
}

/** Returns the id of the build that a cache of this name belongs to; undefined for any other cache. */
export function buildOf(cacheName: string): string | undefined {
  const prefix = [CACHE_PREFIX, MORE_PREFIX].find((each) => cacheName.startsWith(each));
  return prefix && cacheName.slice(prefix.length);
}

export async function openFiles(
  caches: CacheStorage,
  buildId: string,
  clock: Clock = systemClock,
): Promise<KeptFiles> {
  return {
    buildId,
    app: await caches.open(cacheOf(buildId)),
    openMore: () => openLiveCache(caches, MORE_PREFIX + buildId, clock),
  };
}

export const urlOf = (path: string) => `${BASE_PATH}/${path}`;

/** Finds a file of the part `app`. */
export function findInApp({ app }: KeptFiles, path: string): Promise<Response | undefined> {
  return findIn(app, path);
}

export async function findKept(files: KeptFiles, path: string): Promise<Response | undefined> {
  return (await findInApp(files, path)) ?? findIn(await files.openMore(), path);
}

/** Ignores `Vary`, which servers send where a file depends on what a browser accepts: the kept file serves all. */
function findIn(cache: Cache, path: string): Promise<Response | undefined> {
  return cache.match(urlOf(path), { ignoreVary: true });
}

/** Returns undefined until a worker has begun to keep this build. */
export async function readFileList(files: KeptFiles): Promise<FileList | undefined> {
  const kept = await findInApp(files, pathOfFileList(files.buildId));
  return kept && ((await kept.json()) as FileList);
}

/** Returns the paths of kept files, as the file list names them. */
export async function readKeptPaths({ app, openMore }: KeptFiles): Promise<Set<string>> {
  const requests = [...(await app.keys()), ...(await (await openMore()).keys())];
  return new Set(requests.map(({ url }) => new URL(url).pathname.slice(BASE_PATH.length + 1)));
}

/** Fetches a file and keeps it. Rejects where it does not come, or is a page of another build: the server may have a newer one by now. */
export async function keepFile(
  cache: Cache,
  buildId: string,
  path: string,
  options: RequestInit,
  fetch: NonNullable<FilesSurroundings['fetch']>,
): Promise<Response> {
  const response = await fetch(urlOf(path), options);
  if (!response.ok) throw new Error(`${path} was answered with ${response.status}`);
  if (path.endsWith('.html') && !(await response.clone().text()).includes(folderOfBuild(buildId)))
    throw new Error(`${path} is a page of another build`);
  // Browsers refuse a redirected response as the answer to a navigation.
  const own = response.redirected ? new Response(response.body, { headers: response.headers }) : response;
  await cache.put(urlOf(path), own.clone());
  return own;
}

/** Works on several items at once, until one fails. */
export async function inParallel<Item>(
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

/** A part of the build, with the bytes that are kept and those that are missing, as they are sent. */
export interface KeptPart {
  part: string;
  kept: number;
  missing: number;
}

/** Reads how much this device keeps of the running build. Null: it keeps nothing, or nothing yet. */
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
  /** Told how many of all bytes have come. */
  onProgress?: (bytes: number, all: number) => void;
  signal?: AbortSignal;
}

/**
 * Fetches the missing files of the parts that are meant, and keeps them. Returns false where no worker would answer with them. Rejects where a file
 * does not come, or when `signal` aborts.
 */
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
  const more = await opened.files.openMore();
  await inParallel(missing, async ([path, , bytes]) => {
    await keepFile(more, opened.files.buildId, path, signal ? { signal } : {}, fetch);
    come += bytes;
    onProgress?.(come, all);
  });
  return true;
}

async function openOwn({
  buildId = import.meta.env.BUILD_ID,
  caches = globalThis.caches,
  clock,
}: FilesSurroundings): Promise<{ files: KeptFiles; list: FileList } | null> {
  // Opening a cache that does not exist would make it.
  if (!(await caches?.has(cacheOf(buildId)))) return null;
  const files = await openFiles(caches, buildId, clock);
  const list = await readFileList(files);
  return list ? { files, list } : null;
}
