import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { APP_PART, DIGEST_LENGTH, isText, type ListedFile, pathOfFileList } from '../shared/file-list.ts';
import { SOURCE_LANGUAGE } from '../src/state/kept-preferences.ts';
import { listBuilt } from './build-id.ts';
import { BACKGROUND_SYNC } from './vite-background-sync.ts';
import { RARE } from './vite-fonts.ts';
import { LICENCES_FILE } from './vite-licences.ts';
import { SBOM_FILE } from './vite-sbom.ts';

/** A stand-in for somebody else's page, the worker with what it is made of, which the browser keeps itself, what programs read, and what a browser fetches for itself when e-Clic is installed. */
const NOT_KEPT = new RegExp(`^(?:demo/|sw\\.js$|assets/${BACKGROUND_SYNC}-|${SBOM_FILE}|robots\\.txt$)`);
const OF_THE_APP = /\.(?:js|css|html|json|svg|woff2?)$/;

/** What every device keeps is `app`; null is kept nowhere. */
function partOf(path: string): string | null {
  if (NOT_KEPT.test(path)) return null;
  // The question in which language to go on is asked before one is chosen.
  const [, language, namespace] = /\/texts\/([^/]+)\/([^/]+)\.json$/.exec(path) ?? [];
  if (language) return language === SOURCE_LANGUAGE || namespace === 'proposal' ? APP_PART : language;
  if (path.startsWith('story/')) return 'pictures';
  if (path.startsWith('film/')) return 'film';
  // PDFs are written with all of their own letters; these are for the screen.
  if (/noto-sans-cyrillic-wght/.test(path)) return 'uk';
  if (path.includes(`-${RARE}-`)) return 'letters';
  return OF_THE_APP.test(path) || path === LICENCES_FILE ? APP_PART : null;
}

/** Writes what a device may keep of the build that the folder holds. */
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

/** By a server that compresses as most can; a little less where it has Brotli. */
function sizeAsSent(path: string, bytes: Buffer): number {
  return isText(path) ? gzipSync(bytes).length : bytes.length;
}
