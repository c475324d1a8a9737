import type { HttpHandler } from 'msw';
import type { Backend } from '../backend.ts';
import { catchUp } from '../catch-up.ts';
import { readFeed } from '../feed.ts';
import { contractHttp as http } from '../http-of-contract.ts';
import { identify } from '../session.ts';

const DEFAULT_LIMIT = 200;
const MOST = 500;

export function changeHandlers(backend: Backend): HttpHandler[] {
  return [
    http.get('/changes', async ({ request, query, response }) => {
      const asked = Number(query.get('limit') ?? DEFAULT_LIMIT);
      const limit = Number.isInteger(asked) ? Math.min(Math.max(asked, 1), MOST) : DEFAULT_LIMIT;
      const page = await backend.run(async (call) => {
        const citizen = await identify(call, request);
        const isBehind = await catchUp(call);
        const feed = await readFeed(call, citizen.id, query.get('cursor'), limit);
        return { ...feed, more: feed.more || isBehind };
      });
      return response(200).json(page);
    }),
  ];
}
