import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';
import { APP_PART, DIGEST_LENGTH, isText, type ListedFile, pathOfFileList } from '../shared/file-list.ts';
import { SOURCE_LANGUAGE } from '../src/state/kept-preferences.ts';
import { afterBuild } from './after-build.ts';
import { giveId, listBuilt } from './build-id.ts';
import { BACKGROUND_SYNC } from './vite-background-sync.ts';
import { RARE } from './vite-fonts.ts';
import { LICENCES_FILE } from './vite-licences.ts';
import { SBOM_FILE } from './vite-sbom.ts';

/**
 * Files that no device keeps: the stand-in for the provider's page; the worker and its background script, which the browser keeps itself; and what programs
 * read.
 */
const NOT_KEPT = new RegExp(`^(?:demo/|sw\\.js$|assets/${BACKGROUND_SYNC}-|${SBOM_FILE}|robots\\.txt$)`);
const OF_THE_APP = /\.(?:js|css|html|json|svg|woff2?)$/;

/** Returns the part of the list that a file belongs to. Every device keeps the part `app`; null stands for a file that no device keeps. */
function partOf(path: string): string | null {
  if (NOT_KEPT.test(path)) return null;
  // The texts of `proposal` ask in which language to go on, before one is chosen, so every device keeps them.
  const [, language, namespace] = /\/texts\/([^/]+)\/([^/]+)\.json$/.exec(path) ?? [];
  if (language) return language === SOURCE_LANGUAGE || namespace === 'proposal' ? APP_PART : language;
  if (path.startsWith('story/')) return 'pictures';
  if (path.startsWith('film/')) return 'film';
  // These letters are for the screen; PDFs are written with letters of their own.
  if (/noto-sans-cyrillic-wght/.test(path)) return 'uk';
  if (path.includes(`-${RARE}-`)) return 'letters';
  return OF_THE_APP.test(path) || path === LICENCES_FILE ? APP_PART : null;
}

/** Gives the build its id, once the worker is written too, and writes the list of the files that a device may keep. */
export function buildId(): Plugin {
  return afterBuild('eclic-build-id', (folder) => writeFileList(folder, giveId(folder)));
}

/** Writes the list of the files of a build that a device may keep. */
export function writeFileList(folder: string, id: string): void {
  const list: Record<string, ListedFile[]> = {};
  for (const path of listBuilt(folder)) {
    const part = partOf(path);
    if (part === null || path === pathOfFileList(id)) continue;
    const bytes = readFileSync(join(folder, path));
    list[part] = [...(list[part] ?? []), [path, digestOf(bytes), sizeAsSent(path, bytes)]];
  }
  writeFileSync(join(folder, pathOfFileList(id)), JSON.stringify(list));
}

function digestOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('base64url').slice(0, DIGEST_LENGTH);
}

/** Returns the bytes that a server sends that compresses as most can; with Brotli it sends a little less. */
function sizeAsSent(path: string, bytes: Buffer): number {
  return isText(path) ? gzipSync(bytes).length : bytes.length;
}
