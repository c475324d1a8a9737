import type { Server } from '../../contract/server.ts';
import {
  cookieName,
  readCookie,
  ticketName,
  writeCookie,
  writeTicket,
} from '../../contract/session-cookie.ts';
import { TICKET_LASTS_S } from '../../domain/session-life.ts';
import { COOKIE_LASTS_HEADER } from '../open-session.ts';
import { TICKET_HEADER } from '../sender.ts';
import { SESSION_HEADER } from '../session.ts';

/** Translates between browsers, which have cookies, and the server function, which is told the session by a header. */
export function withSessionCookie(server: Server): Server {
  return async (request) => {
    const isHttps = new URL(request.url).protocol === 'https:';
    const headers = new Headers(request.headers);
    // These headers are always set, so that no caller can name a session with them.
    const cookies = headers.get('Cookie') ?? '';
    headers.set(SESSION_HEADER, readCookie(cookies, cookieName(isHttps)));
    headers.set(TICKET_HEADER, readCookie(cookies, ticketName(isHttps)));
    headers.delete('Cookie');
    const answer = await server(new Request(request, { headers }));
    const sessionId = answer.headers.get(SESSION_HEADER);
    const ticket = answer.headers.get(TICKET_HEADER);
    if (sessionId === null && ticket === null) return answer;
    const outward = new Response(answer.body, answer);
    for (const told of [SESSION_HEADER, COOKIE_LASTS_HEADER, TICKET_HEADER]) outward.headers.delete(told);
    if (sessionId !== null) {
      const lasts = sessionId === '' ? '0' : answer.headers.get(COOKIE_LASTS_HEADER);
      const lastsS = lasts === null ? null : Number(lasts);
      outward.headers.append('Set-Cookie', writeCookie(sessionId, lastsS, isHttps));
    }
    if (ticket !== null) {
      for (const cookie of writeTicket(ticket, ticket === '' ? 0 : TICKET_LASTS_S, isHttps))
        outward.headers.append('Set-Cookie', cookie);
    }
    return outward;
  };
}
