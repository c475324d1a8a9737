import type { CitizenRequest, Message, Rating, ReplySubmission } from '../contract/types.ts';
import { type ApiClient, call, isAnswer } from './client.ts';
import type { Outcome } from './outcome.ts';

export interface Reply {
  citizenId: string;
  requestId: string;
  messageId: string;
  revision: number;
  content: ReplySubmission;
}

/** Repeatable: the key makes sending twice the same as sending once. */
export function putReply({ http }: ApiClient, reply: Reply): Promise<Outcome<Message>> {
  const { citizenId, requestId, messageId, revision, content } = reply;
  return call(
    () =>
      http.PUT('/requests/{requestId}/messages/{messageId}', {
        params: {
          path: { requestId, messageId },
          header: { 'X-Citizen': citizenId, 'Idempotency-Key': `"${messageId}:${revision}"` },
        },
        body: content,
      }),
    isAnswer('message'),
  );
}

export interface AboutRequest {
  citizenId: string;
  requestId: string;
}

function paramsOf({ citizenId, requestId }: AboutRequest) {
  return { path: { requestId }, header: { 'X-Citizen': citizenId } };
}

/** Repeatable: 200 also when it is withdrawn already. */
export function putWithdrawal({ http }: ApiClient, about: AboutRequest): Promise<Outcome<CitizenRequest>> {
  return call(
    () => http.PUT('/requests/{requestId}/withdrawal', { params: paramsOf(about) }),
    isAnswer('request'),
  );
}

/** Repeatable; the last one counts. */
export function putRating(
  { http }: ApiClient,
  about: AboutRequest,
  rating: Rating,
): Promise<Outcome<CitizenRequest>> {
  return call(
    () => http.PUT('/requests/{requestId}/rating', { params: paramsOf(about), body: rating }),
    isAnswer('request'),
  );
}

/** Repeatable; an earlier instant than the one kept changes nothing. */
export function putReadMark(
  { http }: ApiClient,
  about: AboutRequest,
  readUpTo: string,
): Promise<Outcome<CitizenRequest>> {
  return call(
    () => http.PUT('/requests/{requestId}/read-mark', { params: paramsOf(about), body: { readUpTo } }),
    isAnswer('request'),
  );
}
