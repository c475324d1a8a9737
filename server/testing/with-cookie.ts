import type { Server } from '../../contract/server.ts';

/** As one browser calls it, with all its tabs: each call carries the cookie that the server gave last. */
export function withCookie(server: Server): Server {
  let cookie = '';
  return async (request) => {
    const headers = new Headers(request.headers);
    if (cookie) headers.set('Cookie', cookie);
    const answer = await server(new Request(request, { headers }));
    for (const set of answer.headers.getSetCookie()) {
      cookie = set.includes('Max-Age=0') ? '' : (set.split(';')[0] ?? '');
    }
    return answer;
  };
}
