import type { Rating, ReplySubmission, RequestSubmission } from '../../contract/types.ts';
import { type ApiClient, call, isAnswer } from './client.ts';

interface AboutRequest {
  citizenId: string;
  requestId: string;
}

interface Submission<T> extends AboutRequest {
  revision: number;
  content: T;
}

/**
 * Repeatable: the key makes sending twice the same as sending once. What goes by the ticket, as the session is over, is acknowledged; so is all below but
 * a rating.
 */
export function putRequest({ http }: ApiClient, submission: Submission<RequestSubmission>) {
  const { citizenId, requestId, revision, content } = submission;
  const header = { 'X-Citizen': citizenId, 'Idempotency-Key': `"${requestId}:${revision}"` };
  const params = { path: { requestId }, header };
  return call(() => http.PUT('/requests/{requestId}', { params, body: content }), isAnswer('sentRequest'));
}

/** Repeatable, as `putRequest`. */
export function putReply({ http }: ApiClient, reply: Submission<ReplySubmission> & { messageId: string }) {
  const { citizenId, requestId, messageId, revision, content } = reply;
  const header = { 'X-Citizen': citizenId, 'Idempotency-Key': `"${messageId}:${revision}"` };
  const params = { path: { requestId, messageId }, header };
  return call(
    () => http.PUT('/requests/{requestId}/messages/{messageId}', { params, body: content }),
    isAnswer('sentMessage'),
  );
}

export function getRequest({ http }: ApiClient, requestId: string) {
  return call(
    () => http.GET('/requests/{requestId}', { params: { path: { requestId } } }),
    isAnswer('request'),
  );
}

function paramsOf({ citizenId, requestId }: AboutRequest) {
  return { path: { requestId }, header: { 'X-Citizen': citizenId } };
}

/** Repeatable: 200 also when it is withdrawn already. */
export function putWithdrawal({ http }: ApiClient, about: AboutRequest) {
  const params = paramsOf(about);
  return call(() => http.PUT('/requests/{requestId}/withdrawal', { params }), isAnswer('sentRequest'));
}

/** Repeatable; the last one counts. */
export function putRating({ http }: ApiClient, about: AboutRequest, rating: Rating) {
  const params = paramsOf(about);
  return call(() => http.PUT('/requests/{requestId}/rating', { params, body: rating }), isAnswer('request'));
}

/** Repeatable; an earlier instant than the one kept changes nothing. */
export function putReadMark({ http }: ApiClient, about: AboutRequest, readUpTo: string) {
  const init = { params: paramsOf(about), body: { readUpTo } };
  return call(() => http.PUT('/requests/{requestId}/read-mark', init), isAnswer('sentRequest'));
}
