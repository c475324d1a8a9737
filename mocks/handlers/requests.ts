import type { HttpHandler } from 'msw';
import { rating, readBody, readMark, readSent, requestSubmission } from '../../contract/bodies/bodies.ts';
import type { Acknowledgement, CitizenRequest } from '../../contract/types.ts';
import {
  acknowledgeRead,
  acknowledgeRequest,
  acknowledgeWithdrawal,
  answerTo,
} from '../../domain/acknowledgement.ts';
import {
  decideRating,
  decideReadMark,
  decideWithdrawal,
  type FollowedUp,
  type FollowUpFacts,
} from '../../domain/decide/follow-up.ts';
import { decideSubmission, type Submission } from '../../domain/decide/submission.ts';
import type { Backend } from '../backend.ts';
import { type Call, worldNow } from '../call.ts';
import { FIRST_OFFICE } from '../clerk/what-clerk-says.ts';
import { contractHttp as http } from '../http-of-contract.ts';
import { ownKey } from '../own-key.ts';
import { signRequest } from '../receipts.ts';
import { findRepresented } from '../representations.ts';
import { findRequest, keepRequest, registerRequest } from '../request-row.ts';
import { requireSender } from '../sender.ts';
import { hashContent, keepSent, readSentFacts } from '../sent.ts';
import { requireReader, requireWriter } from '../session.ts';
import { inspectFiles } from '../submitted-files.ts';
import type { CitizenRow, RequestRow } from '../tables.ts';

type Decide = (facts: FollowUpFacts<RequestRow>, nowMs: number) => FollowedUp<RequestRow>;

export function requestHandlers(backend: Backend): HttpHandler[] {
  /** Changes a request as its citizen decides: a withdrawal, a rating or a read mark. */
  async function followUp(call: Call, citizen: CitizenRow, requestId: string, decide: Decide) {
    const row = await findRequest(call, citizen, requestId);
    const represented = await findRepresented(call, citizen, row.request.onBehalfOf);
    const decided = decide({ row, represented }, worldNow(call));
    return decided ? keepRequest(call, decided.row, row) : row;
  }

  /** Changes a request in the same way, also by the ticket. */
  async function send(
    request: Request,
    requestId: string,
    { decide, acknowledge }: { decide: Decide; acknowledge: (request: CitizenRequest) => Acknowledgement },
  ) {
    const { sender, row } = await backend.run(async (call) => {
      const sender = await requireSender(call, request);
      return { sender, row: await followUp(call, sender.citizen, requestId, decide) };
    });
    return answerTo(sender, await signRequest(backend, row.citizenId, row.request), acknowledge);
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
      const sender = await backend.run((call) => requireSender(call, request));
      const submitted = await submitRequest(backend, request, sent(params.requestId));
      const signed = await signRequest(backend, sender.citizen.id, submitted.request);
      return response(submitted.isNew ? 201 : 200).json(answerTo(sender, signed, acknowledgeRequest));
    }),

    http.put('/requests/{requestId}/withdrawal', async ({ request, params, response }) => {
      const how = { decide: decideWithdrawal<RequestRow>, acknowledge: acknowledgeWithdrawal };
      return response(200).json(await send(request, params.requestId, how));
    }),

    http.put('/requests/{requestId}/rating', async ({ request, params, response }) => {
      const body = await readBody(request, rating);
      const row = await backend.run(async (call) => {
        const citizen = await requireWriter(call, request);
        return followUp(call, citizen, params.requestId, (facts, now) => decideRating(facts, body(), now));
      });
      return response(200).json(await signRequest(backend, row.citizenId, row.request));
    }),

    http.put('/requests/{requestId}/read-mark', async ({ request, params, response }) => {
      const body = await readBody(request, readMark);
      const decide: Decide = (facts, now) => decideReadMark(facts, body(), now);
      const how = { decide, acknowledge: acknowledgeRead };
      return response(200).json(await send(request, params.requestId, how));
    }),
  ];
}

/** Commits a submission: key and effect are kept in one transaction. */
async function submitRequest(
  backend: Backend,
  request: Request,
  sent: Omit<Submission, 'contentHash'>,
): Promise<{ request: CitizenRequest; isNew: boolean }> {
  const { id, content } = sent;
  const submission = { ...sent, contentHash: await hashContent(content) };
  const seen = await inspectFiles(backend, request, content.attachments);
  return backend.run(async (call) => {
    const { citizen } = await requireSender(call, request);
    const known = await readSentFacts(call, citizen.id, submission, id, seen);
    const represented = await findRepresented(call, citizen, content.onBehalfOf);
    const about = await call.tx.get('requests', ownKey(citizen.id, content.aboutRequestId ?? ''));
    const facts = { ...known, earlier: known.request, represented, isAboutOwn: !!about };
    const decided = decideSubmission({ ...facts, officeName: FIRST_OFFICE }, submission, worldNow(call));
    if (decided.earlier) return { request: decided.earlier, isNew: false };
    await keepSent(call, citizen.id, id, submission, decided);
    const row = await registerRequest(call, citizen.id, decided.fresh);
    return { request: row.request, isNew: true };
  });
}
