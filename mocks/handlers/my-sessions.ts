import type { HttpHandler } from 'msw';
import {
  changedPasswordBody,
  newsWishBody,
  pushSubscription,
  readBody,
} from '../../contract/bodies/bodies.ts';
import { problem } from '../../contract/problem.ts';
import type { MySession } from '../../contract/types.ts';
import { describeListed } from '../../domain/session-life.ts';
import type { Backend } from '../backend.ts';
import type { Call } from '../call.ts';
import { contractHttp as http } from '../http-of-contract.ts';
import { changePassword } from '../own-password.ts';
import { endPush, keepPush } from '../push.ts';
import { requireReader, requireWriter, sessionIdOf } from '../session.ts';
import { changeStage, endSession, type KeptSession, readOpened } from '../session-rows.ts';

export function mySessionHandlers(backend: Backend): HttpHandler[] {
  return [
    http.get('/sessions', async ({ request, response }) => {
      const sessions = await backend.run(async (call) => {
        const { id } = await requireReader(call, request);
        return (await readOpened(call, id)).map((opened) => toMySession(call, request, opened));
      });
      return response(200).json({ sessions });
    }),

    http.delete('/sessions', async ({ request, response }) => {
      await backend.run(async (call) => {
        const { id } = await requireWriter(call, request);
        for (const opened of await readOpened(call, id)) {
          if (opened.sessionId !== sessionIdOf(request)) await endSession(call, opened);
        }
      });
      return response(204).empty();
    }),

    http.delete('/sessions/{sessionId}', async ({ request, response, params }) => {
      await backend.run(async (call) => {
        const { id } = await requireWriter(call, request);
        await endSession(call, await findMySession(call, id, params.sessionId));
      });
      return response(204).empty();
    }),

    http.put('/password', async ({ request, response }) => {
      const body = await readBody(request, changedPasswordBody);
      const refusal = await backend.run(async (call) => {
        const citizen = await requireWriter(call, request);
        return changePassword(call, request, { citizen, ...body() });
      });
      return refusal ? response.untyped(refusal) : response(204).empty();
    }),

    http.get('/news', async ({ request, response }) => {
      const { contact, wantsNews } = await backend.run((call) => requireReader(call, request));
      return response(200).json({ contact, wanted: wantsNews });
    }),

    http.put('/news', async ({ request, response }) => {
      const body = await readBody(request, newsWishBody);
      const { contact, wantsNews } = await backend.run(async (call) => {
        const citizen = await requireWriter(call, request);
        const wishing = { ...citizen, wantsNews: body().wanted };
        await call.tx.put('citizens', citizen.id, wishing);
        return wishing;
      });
      return response(200).json({ contact, wanted: wantsNews });
    }),

    http.put('/push', async ({ request, response }) => {
      const body = await readBody(request, pushSubscription);
      await backend.run(async (call) => {
        await requireWriter(call, request);
        await keepPush(call, request, body());
      });
      return response(204).empty();
    }),

    http.delete('/push', async ({ request, response }) => {
      await backend.run(async (call) => {
        await requireWriter(call, request);
        await endPush(call, request);
      });
      return response(204).empty();
    }),

    http.put('/sessions/{sessionId}/erasure', async ({ request, response, params }) => {
      const session = await backend.run(async (call) => {
        const { id } = await requireWriter(call, request);
        const { sessionId, row } = await findMySession(call, id, params.sessionId);
        return toMySession(call, request, {
          sessionId,
          row: await changeStage(call, sessionId, row, 'mustErase'),
        });
      });
      return response(200).json(session);
    }),
  ];
}

async function findMySession(call: Call, citizenId: string, id: string): Promise<KeptSession> {
  const found = (await readOpened(call, citizenId)).find(({ row }) => row.id === id);
  if (!found) throw problem('not-found');
  return found;
}

function toMySession(call: Call, request: Request, { sessionId, row }: KeptSession): MySession {
  return describeListed(row, sessionId === sessionIdOf(request), call.realNow);
}
