import { EMPTY_PAGE } from '../../../../shared/empty-page.ts';
import {
  APP_PART,
  type FileList,
  isText,
  type ListedFile,
  pathOfFileList,
} from '../../../../shared/file-list.ts';
import {
  appCacheOf,
  buildOf,
  digestOf,
  type FilesSurroundings,
  fetchFile,
  findIn,
  findKept,
  inParallel,
  type KeptFiles,
  keepFile,
  moreCacheOf,
  openFiles,
  readFileList,
  readKeptPaths,
  urlOf,
} from '../../../db/storage/kept-files.ts';
import { openLiveCache } from '../../../db/storage/live-cache.ts';
import type { Clock } from '../../../lib/clock.ts';

/** Files whose names hold a hash or an id: the copy that the browser has is still true. */
const NEVER_CHANGES = /^assets\//;

interface OlderBuild extends KeptFiles {
  list: FileList;
  paths: Set<string>;
}

/**
 * Keeps all that a build needs without a connection, and what the device kept of an older build beyond that. Fetches only files that say something
 * else than in the older build. Rejects where a file does not come: the worker is then not installed, and the older one goes on.
 */
export async function keepBuild({
  buildId,
  caches,
  fetch,
  clock,
}: Required<FilesSurroundings>): Promise<void> {
  // An attempt that was killed may have left either silent.
  const [app, more] = await Promise.all([
    openLiveCache(caches, appCacheOf(buildId), clock),
    openLiveCache(caches, moreCacheOf(buildId), clock),
  ]);
  const keep = (cache: Cache, file: ListedFile, options: RequestInit) =>
    keepFile(async () => cache, buildId, file, options, fetch);
  const pathOfList = pathOfFileList(buildId);
  const answer = await fetchFile(pathOfList, {}, fetch);
  const list = (await answer.clone().json()) as FileList;
  const emptyPage = list[APP_PART]?.find(([path]) => path === EMPTY_PAGE);
  if (!emptyPage) throw new Error(`${pathOfList} is no list of files`);
  await app.put(urlOf(pathOfList), answer);
  const older = await openOlderBuilds(caches, buildId, clock);
  // A page's headers say how it may behave: those of this build also go with the files that are taken from an older one.
  const { headers } = await keep(app, emptyPage, { cache: 'no-cache' });
  // An attempt that was broken off may have kept some files already.
  const there = await readKeptPaths(app, more);
  const wanted = Object.entries(list).flatMap(([part, listed]) => {
    const meant = part === APP_PART ? listed : listed.filter(isKeptIn(older, part, buildId));
    return meant.map((file) => ({ file, cache: part === APP_PART ? app : more }));
  });
  await inParallel(
    wanted.filter(({ file: [path] }) => !there.has(path)),
    async ({ file, cache }) => {
      const isTaken = await takeSame(older, file, buildId, cache, headers);
      if (!isTaken) await keep(cache, file, NEVER_CHANGES.test(file[0]) ? {} : { cache: 'no-cache' });
    },
  );
  // A worker of a build between the last one and this may have become active meanwhile, and deleted the files of all others.
  if (!(await caches.has(appCacheOf(buildId)))) throw new Error('The files of this build are gone');
}

type KeptSurroundings = Omit<Required<FilesSurroundings>, 'fetch'>;

/** Deletes what other builds kept, once this build's worker is active. What has come to them since it was installed goes along where that succeeds. */
export async function replaceOtherBuilds({ buildId, caches, clock }: KeptSurroundings): Promise<void> {
  await takeAlong({ buildId, caches, clock }).catch(() => undefined);
  const names = await caches.keys();
  const others = names.filter((name) => (buildOf(name) ?? buildId) !== buildId);
  await Promise.all(others.map((name) => caches.delete(name)));
}

/** Takes along the files beyond the part `app` that only another build has, as far as they are the same in this one. */
async function takeAlong({ buildId, caches, clock }: KeptSurroundings): Promise<void> {
  const own = await openFiles(caches, buildId, clock);
  const list = own && (await readFileList(own.app, buildId));
  const page = own && (await findIn(own.app, EMPTY_PAGE));
  if (!own?.more || !list || !page) return;
  const { more, app } = own;
  const there = await readKeptPaths(app, more);
  const older = await openOlderBuilds(caches, buildId, clock);
  const missing = Object.values(list)
    .flat()
    .filter(([path]) => !there.has(path) && isIn(older, path, buildId));
  await inParallel(missing, (file) => takeSame(older, file, buildId, more, page.headers));
}

async function openOlderBuilds(caches: CacheStorage, buildId: string, clock: Clock): Promise<OlderBuild[]> {
  const ids = new Set((await caches.keys()).map(buildOf).filter((id) => id !== undefined && id !== buildId));
  const builds = [...ids].map(async (id = '') => {
    const files = await openFiles(caches, id, clock);
    // An older e-Clic may have kept as its list what a filter said in its place.
    const list = files && (await readFileList(files.app, id).catch(() => undefined));
    return list ? [{ ...files, list, paths: await readKeptPaths(files.app, files.more) }] : [];
  });
  return (await Promise.all(builds)).flat();
}

/** Of a part that an older build kept whole, every file is kept again; of any other part, the files that were there. */
function isKeptIn(older: readonly OlderBuild[], part: string, buildId: string) {
  const isWhole = older.some(({ list, paths }) => list[part]?.every(([path]) => paths.has(path)));
  return ([path]: ListedFile) => isWhole || isIn(older, path, buildId);
}

/** Whether an older build kept a file of this name, if only the id of the build in it differs. */
function isIn(older: readonly OlderBuild[], path: string, buildId: string): boolean {
  return older.some(({ paths, buildId: olderId }) => paths.has(path.replace(buildId, olderId)));
}

/** Keeps the file as an older build kept it, with the headers of this one. Returns false where none has the same. */
async function takeSame(
  older: readonly OlderBuild[],
  file: ListedFile,
  buildId: string,
  cache: Cache,
  headers: Headers,
): Promise<boolean> {
  const same = await findSame(older, file, buildId);
  const [path] = file;
  if (same) await cache.put(urlOf(path), new Response(same, { headers: withType(headers, same.type) }));
  return same !== undefined;
}

/** Returns the file as an older build kept it, if only the id of the build in it differs. */
async function findSame(
  older: readonly OlderBuild[],
  [path, digest]: ListedFile,
  buildId: string,
): Promise<Blob | undefined> {
  for (const build of older) {
    const kept = await findKept(build, path.replace(buildId, build.buildId));
    if (!kept) continue;
    const blob = await kept.blob();
    const same = isText(path)
      ? new Blob([(await blob.text()).replaceAll(build.buildId, buildId)], { type: blob.type })
      : blob;
    if ((await digestOf(same)) === digest) return same;
  }
  return undefined;
}

function withType(of: Headers, type: string): Headers {
  const headers = new Headers(of);
  for (const ofTheBytes of ['content-encoding', 'content-length', 'etag', 'last-modified', 'vary'])
    headers.delete(ofTheBytes);
  headers.set('content-type', type);
  return headers;
}
