import type { Plugin } from 'vite';
import { answerCmdPage, CMD_PAGE_FILES, readCmdPageFile } from '../serving/cmd-page.ts';

/** Serves the simulated Chave Móvel Digital in development and puts it into the demo build, never into the production one. */
export function cmdPage(mode: string): Plugin {
  return {
    name: 'eclic-cmd-page',
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        if (!answerCmdPage(request, response)) next();
      });
    },
    generateBundle() {
      if (mode !== 'demo') return;
      for (const file of CMD_PAGE_FILES) {
        this.emitFile({
          type: 'asset',
          fileName: `demo/cmd/${file.fileName}`,
          source: readCmdPageFile(file),
        });
      }
    },
  };
}
