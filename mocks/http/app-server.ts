import type { Server as HttpServer, IncomingMessage, ServerResponse } from 'node:http';
import { problem } from '../../contract/problem.ts';
import type { Server } from '../../contract/server.ts';
import { createSiteServer, type Listener, type SiteOptions } from '../../serving/site-server.ts';
import { ADDRESS_HEADER } from '../session.ts';
import { withSessionCookie } from './session-cookie.ts';

/** The demonstration has its server in the page, so this one answers no call. */
const nobody: Server = async () => problem('not-found');

interface AppServerOptions extends Omit<SiteOptions, 'hasSimulator'> {
  /** The address that people see when a proxy is in front. */
  origin?: string | null;
}

/** Serves a built app with its headers, the simulated provider, and the pretend server, if there is one, on one port. */
export function createAppServer(
  folder: string,
  api: Server = nobody,
  { origin = null, ...options }: AppServerOptions = {},
): HttpServer {
  return createSiteServer(folder, createApiListener(api, origin), options);
}

/** The most bytes of a body: more than any of the contract, where a chunk has 1 MiB and JSON at most 2. */
const BODY_MAX_BYTES = 4 * 1024 * 1024;

/**
 * Puts a server function behind real HTTP. If it rejects, the connection is cut, as when an answer is lost. `origin` is the address that people see when a
 * proxy is in front.
 */
export function createApiListener(server: Server, origin: string | null = null): Listener {
  const withCookies = withSessionCookie(server);
  return async (incoming, outgoing) => {
    const body = await readBody(incoming);
    if (body === 'cut') return;
    if (body === 'tooLarge') {
      outgoing.setHeader('Connection', 'close');
      return sendAnswer(problem('too-large'), outgoing);
    }
    const request = toRequest(incoming, body, origin);
    if (!request) return sendAnswer(problem('not-found'), outgoing);
    let answer: Response;
    try {
      answer = await withCookies(request);
    } catch {
      incoming.socket.destroy();
      return;
    }
    await sendAnswer(answer, outgoing);
  };
}

async function readBody(incoming: IncomingMessage): Promise<Buffer | 'tooLarge' | 'cut'> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of incoming.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > BODY_MAX_BYTES) return 'tooLarge';
      chunks.push(chunk);
    }
  } catch {
    return 'cut';
  }
  return incoming.complete ? Buffer.concat(chunks) : 'cut';
}

/** Returns null for a call that cannot become a `Request`, since its method or address is invalid. */
function toRequest(incoming: IncomingMessage, body: Buffer, origin: string | null): Request | null {
  try {
    return readRequest(incoming, body, origin);
  } catch {
    return null;
  }
}

function readRequest(incoming: IncomingMessage, body: Buffer, origin: string | null): Request {
  const url = (origin ?? `http://${incoming.headers.host}`) + (incoming.url ?? '/');
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headersDistinct)) {
    for (const one of value ?? []) headers.append(name, one);
  }
  headers.set(ADDRESS_HEADER, addressOf(incoming, origin !== null));
  const method = incoming.method ?? 'GET';
  return new Request(url, { method, headers, ...(body.length > 0 && { body: new Uint8Array(body) }) });
}

/** Returns the caller's network address. Any client can send `X-Forwarded-For`; behind a proxy, the last entry is the proxy's own. */
function addressOf({ headersDistinct, socket }: IncomingMessage, isBehindProxy: boolean): string {
  const forwarded = headersDistinct['x-forwarded-for']?.join().split(',').at(-1)?.trim();
  return (isBehindProxy && forwarded) || (socket.remoteAddress ?? '');
}

async function sendAnswer(answer: Response, outgoing: ServerResponse): Promise<void> {
  for (const [name, value] of answer.headers) {
    if (name !== 'set-cookie') outgoing.setHeader(name, value);
  }
  const cookies = answer.headers.getSetCookie();
  if (cookies.length > 0) outgoing.setHeader('Set-Cookie', cookies);
  // Answers are about the citizen, and no cache may keep them.
  if (!outgoing.hasHeader('Cache-Control')) outgoing.setHeader('Cache-Control', 'no-store');
  if (answer.status === 204) outgoing.removeHeader('Content-Length');
  outgoing.writeHead(answer.status);
  const reader = answer.body?.getReader();
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    outgoing.write(part.value);
  }
  outgoing.end();
}
