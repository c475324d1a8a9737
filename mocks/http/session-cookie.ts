import type { Server } from '../../contract/server.ts';
import { cookieName, readCookie, writeCookie } from '../../contract/session-cookie.ts';
import { COOKIE_LASTS_HEADER } from '../open-session.ts';
import { SESSION_HEADER } from '../session.ts';

/** Between browsers, which have cookies, and the server function, which is told by a header whose session it is. */
export function withSessionCookie(server: Server): Server {
  return async (request) => {
    const isHttps = new URL(request.url).protocol === 'https:';
    const headers = new Headers(request.headers);
    // Set in any case, so that nobody outside can say whose session it is.
    headers.set(SESSION_HEADER, readCookie(headers.get('Cookie') ?? '', cookieName(isHttps)));
    headers.delete('Cookie');
    const answer = await server(new Request(request, { headers }));
    const sessionId = answer.headers.get(SESSION_HEADER);
    if (sessionId === null) return answer;
    const outward = new Response(answer.body, answer);
    outward.headers.delete(SESSION_HEADER);
    outward.headers.delete(COOKIE_LASTS_HEADER);
    const lasts = sessionId === '' ? '0' : answer.headers.get(COOKIE_LASTS_HEADER);
    const lastsS = lasts === null ? null : Number(lasts);
    outward.headers.append('Set-Cookie', writeCookie(sessionId, lastsS, isHttps));
    return outward;
  };
}
