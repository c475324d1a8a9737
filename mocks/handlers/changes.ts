import type { HttpHandler } from 'msw';
import { readPageLimit } from '../../domain/changes-page.ts';
import type { Backend } from '../backend.ts';
import { catchUp } from '../catch-up.ts';
import { readFeed } from '../feed.ts';
import { contractHttp as http } from '../http-of-contract.ts';
import { signChanges } from '../receipts.ts';
import { identify } from '../session.ts';

export function changeHandlers(backend: Backend): HttpHandler[] {
  return [
    http.get('/changes', async ({ request, query, response }) => {
      const limit = readPageLimit(query.get('limit'));
      const { citizenId, page } = await backend.run(async (call) => {
        const citizen = await identify(call, request);
        const isBehind = await catchUp(call);
        const feed = await readFeed(call, citizen.id, query.get('cursor'), limit);
        return { citizenId: citizen.id, page: { ...feed, more: feed.more || isBehind } };
      });
      const changes = await signChanges(backend, citizenId, page.changes);
      return response(200).json({ ...page, changes });
    }),
  ];
}
