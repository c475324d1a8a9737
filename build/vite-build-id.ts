import type { Plugin } from 'vite';
import { afterBuild } from './after-build.ts';
import { giveId, ID_TO_COME } from './build-id.ts';
import { writeFileList } from './file-list.ts';

/** Where the code, style and texts of a build stand, each under a name that stays the same: what has not changed is then the same file in the next build. */
export const BUILD_FOLDER = `assets/${ID_TO_COME}`;

/** Gives the build its id, once the worker is written too, and writes what a device may keep of it. */
export function buildId(): Plugin {
  return afterBuild('eclic-build-id', (folder) => writeFileList(folder, giveId(folder)));
}
