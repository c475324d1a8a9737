import {
  createServer,
  type Server as HttpServer,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import { isPlainPath } from '../shared/plain-path.ts';
import { withoutBasePath } from './base-path.ts';
import { answerCmdPage } from './cmd-page.ts';
import { answerEarlyShare } from './early-share.ts';
import { endStillConnections } from './end-still-connections.ts';
import { securityHeaders } from './headers.ts';
import { answerHealth, type Health } from './health.ts';
import { isKnownHost } from './known-hosts.ts';
import { createStaticListener } from './static-files.ts';

/** Half of the time after which the app itself gives a call up. */
const STILL_MS = 30_000;

const WELL: Health = { isReady: async () => true, isLive: () => true };

export type Listener = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

export interface SiteOptions {
  /** By which it may be called, beside the loopback ones. */
  names?: readonly string[];
  onBug?: (error: unknown) => void;
  /** Where browsers tell what broke the policy. */
  reportsTo?: string | null;
  /** Whether the simulated Chave Móvel Digital has its page here. */
  hasSimulator?: boolean;
  health?: Health;
  /** Below which everything stands. */
  basePath?: string;
}

/** A built app with its headers, and whatever answers its API, on one port. */
export function createSiteServer(folder: string, answerApi: Listener, options: SiteOptions = {}): HttpServer {
  const { names = [], onBug = console.error, reportsTo = null, hasSimulator = true } = options;
  const { health = WELL, basePath = '' } = options;
  const answerFile = createStaticListener(folder);
  const headers = Object.entries(securityHeaders(reportsTo));
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    for (const [name, value] of headers) response.setHeader(name, value);
    // By whatever name: who watches over a process knows its number in the network alone.
    if (await answerHealth(request, response, health)) return;
    if (!isKnownHost(request.headers.host, names)) {
      response.writeHead(421, { 'Content-Type': 'text/plain; charset=utf-8' }).end('Unknown host\n');
      return;
    }
    const url = request.url ?? '/';
    // Before anybody decides by it, or resolves it: from here on its letters say what it is.
    if (!isPlainPath(url.split('?')[0] ?? '')) return answerNotFound(response);
    const path = withoutBasePath(url, basePath)?.split('?')[0];
    if (path === undefined) return answerElsewhere(url, basePath, response);
    request.url = url.slice(basePath.length);
    if (answerEarlyShare(request, response, basePath)) return;
    if (hasSimulator && answerCmdPage(request, response, basePath)) return;
    await (isApiPath(path) ? answerApi : answerFile)(request, response);
  }
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      onBug(error);
      answerFailure(response);
    });
  });
  endStillConnections(server, STILL_MS);
  return server;
}

/** Who leaves out the last stroke is led on. */
function answerElsewhere(url: string, basePath: string, response: ServerResponse): void {
  if (url === basePath) response.writeHead(308, { Location: `${basePath}/` }).end();
  else answerNotFound(response);
}

function answerNotFound(response: ServerResponse): void {
  response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' }).end('Not found\n');
}

/** Whether a path belongs to the server and never to the app. */
function isApiPath(path: string): boolean {
  return ['/api', '/balcao', '/demo', '/office'].some((root) => path === root || path.startsWith(`${root}/`));
}

/** A fault in one answer is told there, without its stack, and is no reason to leave everybody else. */
function answerFailure(response: ServerResponse): void {
  if (response.headersSent) response.destroy();
  else response.writeHead(500, { 'Content-Type': 'text/plain; charset=utf-8' }).end('Internal error\n');
}
