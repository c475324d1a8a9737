import { join } from 'node:path';
import type { Plugin, Rolldown } from 'vite';

/**
 * Makes a plugin that works on the build's files, after all that writes them; several such plugins run in the order of the list. `fail` stops the build with
 * a sentence.
 */
export function afterBuild(
  name: string,
  work: (folder: string, fail: Rolldown.PluginContext['error']) => void | Promise<void>,
): Plugin {
  let folder = '';
  let isWritten = false;
  return {
    name,
    apply: 'build',
    configResolved({ root, build }) {
      folder = join(root, build.outDir);
    },
    writeBundle() {
      isWritten = true;
    },
    closeBundle: {
      order: 'post',
      sequential: true,
      async handler() {
        // After an error nothing was written, and Vite reports the error itself.
        if (!isWritten) return;
        await work(folder, (sentence) => this.error(sentence));
      },
    },
  };
}
