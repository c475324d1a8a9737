import type { HttpHandler } from 'msw';
import { rating, readBody, readMark, requestSubmission } from '../../contract/bodies/bodies.ts';
import { readSent } from '../../contract/bodies/read-sent.ts';
import type { CitizenRequest } from '../../contract/types.ts';
import {
  decideRating,
  decideReadMark,
  decideWithdrawal,
  type FollowedUp,
  type FollowUpFacts,
} from '../../domain/decide/follow-up.ts';
import type { Backend } from '../backend.ts';
import { worldNow } from '../call.ts';
import { contractHttp as http } from '../http-of-contract.ts';
import { signRequest } from '../receipts.ts';
import { findRepresented } from '../representations.ts';
import { findRequest, keepRequest } from '../request-row.ts';
import { requireReader, requireWriter } from '../session.ts';
import { submitRequest } from '../submit-request.ts';
import type { RequestRow } from '../tables.ts';

type Decide = (facts: FollowUpFacts<RequestRow>, nowMs: number) => FollowedUp<RequestRow>;

export function requestHandlers(backend: Backend): HttpHandler[] {
  /** What the citizen does with a request of theirs. */
  async function followUp(request: Request, requestId: string, decide: Decide): Promise<CitizenRequest> {
    const row = await backend.run(async (call) => {
      const citizen = await requireWriter(call, request);
      const row = await findRequest(call, citizen, requestId);
      const represented = await findRepresented(call, citizen, row.request.onBehalfOf);
      const decided = decide({ row, represented }, worldNow(call));
      return decided ? keepRequest(call, decided.row, row) : row;
    });
    return signRequest(backend, row.citizenId, row.request);
  }

  return [
    http.get('/requests/{requestId}', async ({ request, params, response }) => {
      const row = await backend.run(async (call) =>
        findRequest(call, await requireReader(call, request), params.requestId),
      );
      return response(200).json(await signRequest(backend, row.citizenId, row.request));
    }),

    http.put('/requests/{requestId}', async ({ request, params, response }) => {
      const sent = await readSent(request, requestSubmission);
      const { id } = await backend.run((call) => requireWriter(call, request));
      const submitted = await submitRequest(backend, request, sent(params.requestId));
      return response(submitted.isNew ? 201 : 200).json(await signRequest(backend, id, submitted.request));
    }),

    http.put('/requests/{requestId}/withdrawal', async ({ request, params, response }) =>
      response(200).json(await followUp(request, params.requestId, decideWithdrawal)),
    ),

    http.put('/requests/{requestId}/rating', async ({ request, params, response }) => {
      const body = await readBody(request, rating);
      const decide: Decide = (facts, now) => decideRating(facts, body(), now);
      return response(200).json(await followUp(request, params.requestId, decide));
    }),

    http.put('/requests/{requestId}/read-mark', async ({ request, params, response }) => {
      const body = await readBody(request, readMark);
      const decide: Decide = (facts, now) => decideReadMark(facts, body(), now);
      return response(200).json(await followUp(request, params.requestId, decide));
    }),
  ];
}
