import {
  createServer,
  type Server as HttpServer,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import { isPlainPath } from '../shared/plain-path.ts';
import { failedShare, SHARE_PATH } from '../shared/share-address.ts';
import { withoutBasePath } from './base-path.ts';
import { answerCmdPage } from './cmd-page.ts';
import { endStillConnections } from './end-still-connections.ts';
import { securityHeaders } from './headers.ts';
import { isKnownHost } from './known-hosts.ts';
import { answerNotFound, createStaticListener } from './static-files.ts';

/** Half of the time after which the app itself gives up a call. */
const STILL_MS = 30_000;
/** When to ask again a process that is not well. */
const LOOK_AGAIN_S = 2;

interface Health {
  /** Whether calls should be sent here. */
  isReady(): Promise<boolean>;
  /** Whether this process should go on, or another be started in its place. */
  isLive(): boolean;
}

const WELL: Health = { isReady: async () => true, isLive: () => true };

export type Listener = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

export interface SiteOptions {
  /** The host names by which the site may be called, beside the loopback ones. */
  names?: readonly string[];
  onBug?: (error: unknown) => void;
  /** The address to which browsers report what broke the policy. */
  reportsTo?: string | null;
  /** Whether the simulated Chave Móvel Digital has its page here. */
  hasSimulator?: boolean;
  health?: Health;
  /** The path below which everything is served. */
  basePath?: string;
}

/** Makes a server that answers with a built app and its headers, and calls of the API with `answerApi`, on one port. */
export function createSiteServer(folder: string, answerApi: Listener, options: SiteOptions = {}): HttpServer {
  const { names = [], onBug = console.error, reportsTo = null, hasSimulator = true } = options;
  const { health = WELL, basePath = '' } = options;
  const answerFile = createStaticListener(folder);
  const headers = Object.entries(securityHeaders(reportsTo));
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    for (const [name, value] of headers) response.setHeader(name, value);
    // Health checks may use any host name: what watches over a process knows only its IP address.
    if (await answerHealth(request, response, health)) return;
    if (!isKnownHost(request.headers.host, names)) {
      response.writeHead(421, { 'Content-Type': 'text/plain; charset=utf-8' }).end('Unknown host\n');
      return;
    }
    const url = request.url ?? '/';
    // The path is checked before anything decides by it or resolves it: from here on it means what its letters say.
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

/** Answers the health checks of the system that starts and stops this process; returns false for anything else. */
async function answerHealth(
  { url = '', method }: IncomingMessage,
  response: ServerResponse,
  { isReady, isLive }: Health,
): Promise<boolean> {
  if (url !== '/health/live' && url !== '/health/ready') return false;
  const isWell = url === '/health/live' ? isLive() : await isReady();
  const headers = { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' };
  response.writeHead(isWell ? 200 : 503, { ...headers, ...(!isWell && { 'Retry-After': LOOK_AGAIN_S }) });
  response.end(method === 'HEAD' ? undefined : isWell ? 'ok\n' : 'not well\n');
  return true;
}

/**
 * Answers what another app of the device shares before the worker of e-Clic is there to take it. The browser is led to a page that says so; nothing of the
 * body is read or kept.
 */
function answerEarlyShare(request: IncomingMessage, response: ServerResponse, basePath: string): boolean {
  if (request.method !== 'POST' || request.url?.split('?')[0] !== SHARE_PATH) return false;
  response
    .writeHead(303, { Location: `${basePath}${failedShare('cedo')}`, 'Cache-Control': 'no-store' })
    .end();
  // The body is read to its end: a browser that is still sending would not get the answer if the connection were cut.
  request.resume();
  return true;
}

/** Redirects a browser that leaves out the last slash of the base path; any other address is not found. */
function answerElsewhere(url: string, basePath: string, response: ServerResponse): void {
  if (url === basePath) response.writeHead(308, { Location: `${basePath}/` }).end();
  else answerNotFound(response);
}

/** Whether a path belongs to the server and never to the app. */
function isApiPath(path: string): boolean {
  return ['/api', '/balcao', '/demo', '/office'].some((root) => path === root || path.startsWith(`${root}/`));
}

/** Answers a call that has failed, without the stack. One failure is no reason to end the process. */
function answerFailure(response: ServerResponse): void {
  if (response.headersSent) response.destroy();
  else response.writeHead(500, { 'Content-Type': 'text/plain; charset=utf-8' }).end('Internal error\n');
}
