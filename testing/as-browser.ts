import type { Server } from '../contract/server.ts';
import { SESSION_HEADER } from '../mocks/session.ts';

export const PHONE = 'Mozilla/5.0 (Linux; Android 16) Chrome/150.0.0.0 Mobile Safari/537.36';
export const DESKTOP = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) Gecko/20100101 Firefox/150.0';

/** Calls the pretend server like one of several browsers, each with a session of its own. */
export function asBrowser(server: Server, userAgent: string): Server {
  let sessionId = '';
  return async (request) => {
    const headers = new Headers(request.headers);
    headers.set(SESSION_HEADER, sessionId);
    headers.set('User-Agent', userAgent);
    const answer = await server(new Request(request, { headers }));
    sessionId = answer.headers.get(SESSION_HEADER) ?? sessionId;
    return answer;
  };
}
