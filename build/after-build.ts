import { join } from 'node:path';
import type { Plugin, Rolldown } from 'vite';

/** A plugin that works on what the build has written, after all that writes; several do so in the order of the list. `fail` stops the build with a sentence. */
export function afterBuild(
  name: string,
  work: (folder: string, fail: Rolldown.PluginContext['error']) => void | Promise<void>,
): Plugin {
  let folder = '';
  return {
    name,
    apply: 'build',
    configResolved({ root, build }) {
      folder = join(root, build.outDir);
    },
    closeBundle: {
      order: 'post',
      sequential: true,
      async handler(error?: Error) {
        // Nothing was written, and what failed is told by itself.
        if (error) return;
        await work(folder, (sentence) => this.error(sentence));
      },
    },
  };
}
