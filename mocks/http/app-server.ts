import {
  createServer,
  type Server as HttpServer,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import type { Server } from '../../src/contract/server.ts';
import { problem } from '../problem.ts';
import { answerCmdPage } from './cmd-page.ts';
import { securityHeaders } from './headers.ts';
import { isKnownHost } from './known-hosts.ts';
import { createApiListener, isApiPath } from './pretend-api.ts';
import { createStaticListener } from './static-files.ts';

/** The built app has its server in the page, so nobody answers here. */
const nobody: Server = async () => problem('not-found');

export interface AppServerOptions {
  /** The address that people see, where a proxy stands in front. */
  origin?: string | null;
  /** By which it may be called, beside the loopback ones. */
  names?: readonly string[];
  onBug?: (error: unknown) => void;
  /** Where browsers tell what broke the policy. */
  reportsTo?: string | null;
}

/** A built app with its headers, the simulated provider, and the pretend server, if there is one, on one port. */
export function createAppServer(
  folder: string,
  api: Server = nobody,
  { origin = null, names = [], onBug = console.error, reportsTo = null }: AppServerOptions = {},
): HttpServer {
  const answerApi = createApiListener(api, origin);
  const answerFile = createStaticListener(folder);
  const headers = Object.entries(securityHeaders(reportsTo));
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    for (const [name, value] of headers) response.setHeader(name, value);
    if (!isKnownHost(request.headers.host, names)) {
      response.writeHead(421, { 'Content-Type': 'text/plain; charset=utf-8' }).end('Unknown host\n');
      return;
    }
    if (answerCmdPage(request, response)) return;
    const path = (request.url ?? '/').split('?')[0] ?? '/';
    await (isApiPath(path) ? answerApi : answerFile)(request, response);
  }
  return createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      onBug(error);
      answerFailure(response);
    });
  });
}

/** A fault in one answer is told there, without its stack, and is no reason to leave everybody else. */
function answerFailure(response: ServerResponse): void {
  if (response.headersSent) response.destroy();
  else response.writeHead(500, { 'Content-Type': 'text/plain; charset=utf-8' }).end('Internal error\n');
}
