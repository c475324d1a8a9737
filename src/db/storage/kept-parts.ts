import { APP_PART, type FileList, type ListedFile } from '../../../shared/file-list.ts';
import { systemClock } from '../../lib/clock.ts';
import {
  appCacheOf,
  type FilesSurroundings,
  inParallel,
  keepFile,
  moreCacheOf,
  openFiles,
  readFileList,
  readKeptPaths,
} from './kept-files.ts';
import { openLiveCache } from './live-cache.ts';

/** A part of the build, with the bytes that are kept and those that are missing, as they are sent. */
export interface KeptPart {
  part: string;
  kept: number;
  missing: number;
}

/** Reads how much this device keeps of the running build. Null: it keeps nothing, or nothing yet. */
export async function readKeptParts(surroundings: FilesSurroundings = {}): Promise<KeptPart[] | null> {
  const own = await openOwn(surroundings);
  if (!own) return null;
  const { list, paths } = own;
  const sum = (files: readonly ListedFile[]) => files.reduce((bytes, [, , more]) => bytes + more, 0);
  return Object.entries(list).map(([part, files]) => ({
    part,
    kept: sum(files.filter(([path]) => paths.has(path))),
    missing: sum(files.filter(([path]) => !paths.has(path))),
  }));
}

interface KeepOptions extends FilesSurroundings {
  /** Called with the number of bytes that have come, and that of all. */
  onProgress?: (bytes: number, all: number) => void;
  signal?: AbortSignal;
}

/**
 * Fetches the missing files of the parts that are meant, and keeps them. Returns false where no worker would answer with them. Rejects where a file
 * does not come, or something else in its place, or when `signal` aborts.
 */
export async function keepParts(
  isMeant: (part: string) => boolean,
  { onProgress, signal, fetch = globalThis.fetch.bind(globalThis), ...surroundings }: KeepOptions = {},
): Promise<boolean> {
  const own = await openOwn(surroundings);
  if (!own) return false;
  const missing = Object.entries(own.list)
    .filter(([part]) => part !== APP_PART && isMeant(part))
    .flatMap(([, files]) => files)
    .filter(([path]) => !own.paths.has(path));
  const all = missing.reduce((sum, [, , bytes]) => sum + bytes, 0);
  let come = 0;
  onProgress?.(come, all);
  await inParallel(missing, async (file) => {
    const [, , bytes] = file;
    await keepFile(own.openMore, own.buildId, file, signal ? { signal } : {}, fetch);
    come += bytes;
    onProgress?.(come, all);
  });
  return true;
}

interface OwnFiles {
  buildId: string;
  list: FileList;
  /** The paths of what is kept. */
  paths: Set<string>;
  /** Opens the cache for all parts but `app`, to write into. */
  openMore(): Promise<Cache>;
}

async function openOwn({
  buildId = import.meta.env.BUILD_ID,
  caches = globalThis.caches,
  clock = systemClock,
}: FilesSurroundings): Promise<OwnFiles | null> {
  // Opening a cache that does not exist would make it.
  if (!(await caches?.has(appCacheOf(buildId)))) return null;
  const files = await openFiles(caches, buildId, clock);
  const list = files && (await readFileList(files.app, buildId));
  if (!list) return null;
  const { app, more } = files;
  let opened = more && Promise.resolve(more);
  return {
    buildId,
    list,
    paths: await readKeptPaths(app, more),
    openMore() {
      opened ??= openLiveCache(caches, moreCacheOf(buildId), clock);
      return opened;
    },
  };
}
