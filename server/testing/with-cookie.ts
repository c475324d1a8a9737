import { cookiesFor, type Jar, keepCookie } from '../../contract/conformance/cookie-jar.ts';
import type { Server } from '../../contract/server.ts';

/** Calls a server like one browser with all its tabs: each call carries the cookies that the server has set for its address. */
export function withCookie(server: Server): Server {
  const jar: Jar = { cookie: '', lastsS: null, tickets: {} };
  return async (request) => {
    const headers = new Headers(request.headers);
    const cookies = cookiesFor(jar, new URL(request.url).pathname);
    if (cookies) headers.set('Cookie', cookies);
    const answer = await server(new Request(request, { headers }));
    for (const set of answer.headers.getSetCookie()) keepCookie(jar, set);
    return answer;
  };
}
