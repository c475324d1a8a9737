import type { Server } from '../../src/contract/server.ts';
import { COOKIE_LASTS_HEADER } from '../open-session.ts';
import { SESSION_HEADER } from '../session.ts';

const NAME = 'eclic-session';
/** A browser takes it over HTTPS alone, and from no other host of the same domain. */
const SECURE_NAME = `__Host-${NAME}`;

/** Between browsers, which have cookies, and the server function, which is told by a header whose session it is. */
export function withSessionCookie(server: Server): Server {
  return async (request) => {
    const isHttps = new URL(request.url).protocol === 'https:';
    const name = isHttps ? SECURE_NAME : NAME;
    const headers = new Headers(request.headers);
    // Set in any case, so that nobody outside can say whose session it is.
    headers.set(SESSION_HEADER, readCookie(headers.get('Cookie') ?? '', name));
    headers.delete('Cookie');
    const answer = await server(new Request(request, { headers }));
    const sessionId = answer.headers.get(SESSION_HEADER);
    if (sessionId === null) return answer;
    const outward = new Response(answer.body, answer);
    outward.headers.delete(SESSION_HEADER);
    outward.headers.delete(COOKIE_LASTS_HEADER);
    const lasts = sessionId === '' ? '0' : answer.headers.get(COOKIE_LASTS_HEADER);
    outward.headers.append('Set-Cookie', writeCookie(`${name}=${sessionId}`, lasts, isHttps));
    return outward;
  };
}

function readCookie(header: string, wanted: string): string {
  const pairs = header.split(';').map((pair) => pair.trim().split('='));
  return pairs.find(([name]) => name === wanted)?.[1] ?? '';
}

/** `Secure` not over plain HTTP, where a browser would drop the cookie on any host but localhost. */
function writeCookie(pair: string, lastsS: string | null, isHttps: boolean): string {
  const attributes = ['Path=/', 'HttpOnly', 'SameSite=Lax'];
  if (isHttps) attributes.push('Secure');
  if (lastsS !== null) attributes.push(`Max-Age=${lastsS}`);
  return [pair, ...attributes].join('; ');
}
