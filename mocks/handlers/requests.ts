import type { HttpHandler } from 'msw';
import { rating, readBody, readMark, requestSubmission } from '../../contract/bodies/bodies.ts';
import { readSent } from '../../contract/bodies/read-sent.ts';
import { problem } from '../../contract/problem.ts';
import type { CitizenRequest } from '../../contract/types.ts';
import { canonicalJson } from '../../domain/content-hash.ts';
import { requireRight } from '../../domain/decide/sent.ts';
import { withdrawn } from '../../domain/office-moves.ts';
import { canWithdraw } from '../../domain/request-state.ts';
import type { Backend } from '../backend.ts';
import { type Call, worldInstant, worldNow } from '../call.ts';
import { contractHttp as http } from '../http-of-contract.ts';
import { findRepresented } from '../representations.ts';
import { findRequest, keepRequest } from '../request-row.ts';
import { requireReader, requireWriter } from '../session.ts';
import { submitRequest } from '../submit-request.ts';
import type { RequestRow } from '../tables.ts';

async function change(call: Call, row: RequestRow, fields: Partial<CitizenRequest>): Promise<RequestRow> {
  const request = { ...row.request, ...fields, updatedAt: worldInstant(call) };
  return keepRequest(call, { ...row, request }, row);
}

export function requestHandlers(backend: Backend): HttpHandler[] {
  return [
    http.get('/requests/{requestId}', async ({ request, params, response }) => {
      const row = await backend.run(async (call) =>
        findRequest(call, await requireReader(call, request), params.requestId),
      );
      return response(200).json(row.request);
    }),

    http.put('/requests/{requestId}', async ({ request, params, response }) => {
      const sent = await readSent(request, requestSubmission);
      await backend.run((call) => requireWriter(call, request));
      const submitted = await submitRequest(backend, request, sent(params.requestId));
      return response(submitted.isNew ? 201 : 200).json(submitted.request);
    }),

    http.put('/requests/{requestId}/withdrawal', async ({ request, params, response }) => {
      const row = await backend.run(async (call) => {
        const citizen = await requireWriter(call, request);
        const before = await findRequest(call, citizen, params.requestId);
        if (before.request.state === 'withdrawn') return before;
        const { onBehalfOf } = before.request;
        requireRight(await findRepresented(call, citizen, onBehalfOf), onBehalfOf);
        if (!canWithdraw(before.request.state)) throw problem('state-forbids');
        return keepRequest(call, withdrawn(before, worldNow(call)), before);
      });
      return response(200).json(row.request);
    }),

    http.put('/requests/{requestId}/rating', async ({ request, params, response }) => {
      const body = await readBody(request, rating);
      const row = await backend.run(async (call) => {
        const citizen = await requireWriter(call, request);
        const before = await findRequest(call, citizen, params.requestId);
        const given = body();
        // Sent again, as its answer was lost: it has been taken.
        if (canonicalJson(before.request.rating) === canonicalJson(given)) return before;
        const { onBehalfOf } = before.request;
        requireRight(await findRepresented(call, citizen, onBehalfOf), onBehalfOf);
        const wasAnswered = before.request.history.some(({ state }) => state === 'answered');
        if (!wasAnswered) throw problem('state-forbids');
        return change(call, before, { rating: given });
      });
      return response(200).json(row.request);
    }),

    http.put('/requests/{requestId}/read-mark', async ({ request, params, response }) => {
      const body = await readBody(request, readMark);
      const row = await backend.run(async (call) => {
        const citizen = await requireWriter(call, request);
        const before = await findRequest(call, citizen, params.requestId);
        const readUpTo = new Date(body().readUpTo).toISOString();
        const known = before.request.readUpTo;
        return known !== null && known >= readUpTo ? before : change(call, before, { readUpTo });
      });
      return response(200).json(row.request);
    }),
  ];
}
