import { randomUUID } from 'node:crypto';
import type { Context as Call, Next } from 'hono';
import { routePath } from 'hono/route';
import type { Watch } from './watch.ts';

export interface ToldOfCall {
  id: string;
  route: string;
}

/** Reports a call once it is answered, whichever API below `root` answers it. */
export async function tellCall(
  { onCall }: Pick<Watch, 'onCall'>,
  { method }: Request,
  root: string,
  answer: (told: ToldOfCall) => Promise<Response>,
): Promise<Response> {
  const told: ToldOfCall = { id: randomUUID(), route: `${root}/*` };
  const begunAt = performance.now();
  const response = await answer(told);
  response.headers.set('X-Request-Id', told.id);
  const ms = Math.round(performance.now() - begunAt);
  onCall({ ...told, method, status: response.status, ms });
  return response;
}

/** For the first of an API's routes: the handler's own route is the last of those that match an address. */
export function tellRoute(call: Call<{ Bindings: { told?: ToldOfCall } }>, next: Next): Promise<void> {
  if (call.env?.told) call.env.told.route = routePath(call, -1);
  return next();
}
