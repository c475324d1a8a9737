import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Server } from '../../src/contract/server.ts';
import { problem } from '../problem.ts';
import { ADDRESS_HEADER } from '../session.ts';
import { withSessionCookie } from './session-cookie.ts';

/** More than any body of the contract: a chunk is 1 MiB, JSON at most 2. */
const BODY_MAX_BYTES = 4 * 1024 * 1024;

export type Listener = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** Whether a path belongs to the server and never to the app. */
export function isApiPath(path: string): boolean {
  return ['/api', '/demo'].some((root) => path === root || path.startsWith(`${root}/`));
}

/** A server function behind real HTTP. What it rejects with becomes a cut connection, as a lost answer is. */
export function createApiListener(server: Server): Listener {
  const withCookies = withSessionCookie(server);
  return async (incoming, outgoing) => {
    const body = await readBody(incoming);
    if (body === 'cut') return;
    if (body === 'tooLarge') {
      outgoing.setHeader('Connection', 'close');
      return sendAnswer(problem('too-large'), outgoing);
    }
    const request = toRequest(incoming, body);
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

/** Null for what the server function cannot even be asked: a method or an address that is none. */
function toRequest(incoming: IncomingMessage, body: Buffer): Request | null {
  try {
    return readRequest(incoming, body);
  } catch {
    return null;
  }
}

function readRequest(incoming: IncomingMessage, body: Buffer): Request {
  const scheme = incoming.headers['x-forwarded-proto'] === 'https' ? 'https' : 'http';
  const url = new URL(incoming.url ?? '/', `${scheme}://${incoming.headers.host ?? 'localhost'}`);
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headersDistinct)) {
    for (const one of value ?? []) headers.append(name, one);
  }
  headers.set(ADDRESS_HEADER, incoming.socket.remoteAddress ?? '');
  const method = incoming.method ?? 'GET';
  return new Request(url, { method, headers, ...(body.length > 0 && { body: new Uint8Array(body) }) });
}

async function sendAnswer(answer: Response, outgoing: ServerResponse): Promise<void> {
  for (const [name, value] of answer.headers) {
    if (name !== 'set-cookie') outgoing.setHeader(name, value);
  }
  const cookies = answer.headers.getSetCookie();
  if (cookies.length > 0) outgoing.setHeader('Set-Cookie', cookies);
  // What the server says is the citizen's business, not a cache's.
  if (!outgoing.hasHeader('Cache-Control')) outgoing.setHeader('Cache-Control', 'no-store');
  if (answer.status === 204) outgoing.removeHeader('Content-Length');
  outgoing.writeHead(answer.status);
  const reader = answer.body?.getReader();
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    outgoing.write(part.value);
  }
  outgoing.end();
}
