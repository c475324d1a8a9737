import {
  DIGEST_LENGTH,
  type FileList,
  folderOfBuild,
  type ListedFile,
  pathOfFileList,
} from '../../../shared/file-list.ts';
import { sha256Base64Url } from '../../../shared/sha256.ts';
import { type Clock, systemClock } from '../../lib/clock.ts';
import { findLiveCache } from './live-cache.ts';

const BASE_PATH = import.meta.env.BASE_PATH;
const APP_PREFIX = 'eclic-files-';
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
  app: Cache;
  /** Undefined where the cache is silent. */
  more: Cache | undefined;
}

/**
 * Returns the name of the cache for the part `app`. Only a worker that is being installed writes into it: a tab that is killed while it writes can take away
 * nothing with which e-Clic starts.
 */
export function appCacheOf(buildId: string): string {
  return APP_PREFIX + buildId;
}

/** Returns the name of the cache for all other parts, into which pages write too. */
export function moreCacheOf(buildId: string): string {
  return MORE_PREFIX + buildId;
}

/** Returns the id of the build that a cache of this name belongs to; undefined for any other cache. */
export function buildOf(cacheName: string): string | undefined {
  const prefix = [APP_PREFIX, MORE_PREFIX].find((each) => cacheName.startsWith(each));
  return prefix && cacheName.slice(prefix.length);
}

/** Opens what a device keeps of a build. Undefined where an installation was killed and left the part `app` silent. */
export async function openFiles(
  caches: CacheStorage,
  buildId: string,
  clock: Clock = systemClock,
): Promise<KeptFiles | undefined> {
  const [app, more] = await Promise.all([
    findLiveCache(caches, appCacheOf(buildId), clock),
    findLiveCache(caches, moreCacheOf(buildId), clock),
  ]);
  return app && { buildId, app, more };
}

export const urlOf = (path: string) => `${BASE_PATH}/${path}`;

/** Finds a file in a cache. It ignores `Vary`, which servers send where a file depends on what a browser accepts: the kept file serves all. */
export function findIn(cache: Cache, path: string): Promise<Response | undefined> {
  return cache.match(urlOf(path), { ignoreVary: true });
}

/** Finds a file of any part. */
export async function findKept({ app, more }: KeptFiles, path: string): Promise<Response | undefined> {
  return (await findIn(app, path)) ?? (more && findIn(more, path));
}

/** Returns undefined until a worker has begun to keep this build. */
export async function readFileList(app: Cache, buildId: string): Promise<FileList | undefined> {
  const kept = await findIn(app, pathOfFileList(buildId));
  return kept && ((await kept.json()) as FileList);
}

/** Returns the paths of the files in these caches, as the file list names them. */
export async function readKeptPaths(...kept: readonly (Cache | undefined)[]): Promise<Set<string>> {
  const requests = await Promise.all(kept.map((cache) => cache?.keys() ?? []));
  return new Set(requests.flat().map(({ url }) => new URL(url).pathname.slice(BASE_PATH.length + 1)));
}

export async function digestOf(blob: Blob): Promise<string> {
  return (await sha256Base64Url(await blob.arrayBuffer())).slice(0, DIGEST_LENGTH);
}

/**
 * Returns whether an answer is the listed file, and not what a filter says in its place or a file of another build: the server may have a newer one by now.
 * Virus scanners and proxies write into pages: a page has only to name its build.
 */
export async function isOfBuild(
  answer: Response,
  [path, digest]: ListedFile,
  buildId: string,
): Promise<boolean> {
  if (path.endsWith('.html')) return (await answer.text()).includes(folderOfBuild(buildId));
  return (await digestOf(await answer.blob())) === digest;
}

/** Fetches a file, so that it can be kept. Rejects where it does not come. */
export async function fetchFile(
  path: string,
  options: RequestInit,
  fetch: NonNullable<FilesSurroundings['fetch']>,
): Promise<Response> {
  const response = await fetch(urlOf(path), options);
  if (!response.ok) throw new Error(`${path} was answered with ${response.status}`);
  // Browsers refuse a redirected response as the answer to a navigation.
  return response.redirected ? new Response(response.body, { headers: response.headers }) : response;
}

/** Fetches a file and keeps it; the cache is opened once it has come. Rejects where it does not come, or something else comes in its place. */
export async function keepFile(
  openCache: () => Promise<Cache>,
  buildId: string,
  file: ListedFile,
  options: RequestInit,
  fetch: NonNullable<FilesSurroundings['fetch']>,
): Promise<Response> {
  const [path] = file;
  const response = await fetchFile(path, options, fetch);
  if (!(await isOfBuild(response.clone(), file, buildId))) throw new Error(`${path} is not of this build`);
  const cache = await openCache();
  await cache.put(urlOf(path), response.clone());
  return response;
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
