import { createServer, type Server as HttpServer } from 'node:http';
import type { Server } from '../../src/contract/server.ts';
import { problem } from '../problem.ts';
import { answerCmdPage } from './cmd-page.ts';
import { SECURITY_HEADERS } from './headers.ts';
import { createApiListener, isApiPath } from './pretend-api.ts';
import { createStaticListener } from './static-files.ts';

/** The built app has its server in the page, so nobody answers here. */
const nobody: Server = async () => problem('not-found');

/** A built app with its headers, the simulated provider, and the pretend server, if there is one, on one port. */
export function createAppServer(folder: string, api: Server = nobody): HttpServer {
  const answerApi = createApiListener(api);
  const answerFile = createStaticListener(folder);
  return createServer((request, response) => {
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value);
    if (answerCmdPage(request, response)) return;
    const path = (request.url ?? '/').split('?')[0] ?? '/';
    if (!isApiPath(path)) return answerFile(request, response);
    answerApi(request, response).catch((error: unknown) => {
      console.error(error);
      response.destroy();
    });
  });
}
