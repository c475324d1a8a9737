import type { Plugin } from 'vite';
import { afterBuild } from './after-build.ts';
import { giveId } from './build-id.ts';
import { writeFileList } from './file-list.ts';

/** Gives the build its id, once the worker is written too, and writes the list of the files that a device may keep. */
export function buildId(): Plugin {
  return afterBuild('eclic-build-id', (folder) => writeFileList(folder, giveId(folder)));
}
