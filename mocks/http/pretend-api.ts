import type { IncomingMessage, ServerResponse } from 'node:http';
import { problem } from '../../contract/problem.ts';
import type { Server } from '../../contract/server.ts';
import type { Listener } from '../../serving/site-server.ts';
import { ADDRESS_HEADER } from '../session.ts';
import { withSessionCookie } from './session-cookie.ts';

/** More than any body of the contract: a chunk is 1 MiB, JSON at most 2. */
const BODY_MAX_BYTES = 4 * 1024 * 1024;

/**
 * A server function behind real HTTP. What it rejects with becomes a cut connection, as a lost answer is. With `origin`, the address that
 * people see, a proxy stands in front of it.
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

/** Null for what the server function cannot even be asked: a method or an address that is none. */
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

/** Anybody can write the header; the last entry is the proxy's own, if there is one. */
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
