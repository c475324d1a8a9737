import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type FileList, pathOfFileList } from '../../shared/file-list.ts';

export const DIST = join(import.meta.dirname, '../../dist');

/** Of the production build that is under test. */
export const BUILD_ID =
  /\/assets\/(\w+)\/index\.js/.exec(readFileSync(join(DIST, 'app.html'), 'utf8'))?.[1] ?? '';

/** Where its scripts are. */
export const CODE = join(DIST, 'assets', BUILD_ID);

/** What a device may keep of it. */
export function readFileList(): FileList {
  return JSON.parse(readFileSync(join(DIST, pathOfFileList(BUILD_ID)), 'utf8'));
}
