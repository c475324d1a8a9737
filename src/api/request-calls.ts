import type { DraftContent, Rating, ReplySubmission, RequestSubmission } from '../../contract/types.ts';
import { type ApiClient, call, isAnswer, isEmpty } from './client.ts';

interface AboutRequest {
  citizenId: string;
  requestId: string;
}

interface Submission<T> extends AboutRequest {
  revision: number;
  /** The version of the account's draft that this device knew; null for none. */
  draftVersion?: string | null;
  content: T;
}

function headerOf({ citizenId, revision, draftVersion }: Submission<unknown>, id: string) {
  return {
    'X-Citizen': citizenId,
    'Idempotency-Key': `"${id}:${revision}"`,
    ...(draftVersion && { 'X-Draft-Version': draftVersion }),
  };
}

/**
 * The call can be repeated: the key makes sending twice the same as sending once. Sent by the ticket (decision 0041), because the session is over,
 * it is only acknowledged; so are replies, withdrawals and read marks.
 */
export function putRequest({ http }: ApiClient, submission: Submission<RequestSubmission>) {
  const { requestId, content } = submission;
  const params = { path: { requestId }, header: headerOf(submission, requestId) };
  return call(http.PUT('/requests/{requestId}', { params, body: content }), isAnswer('sentRequest'));
}

/** The call can be repeated, as `putRequest` can. */
export function putReply({ http }: ApiClient, reply: Submission<ReplySubmission> & { messageId: string }) {
  const { requestId, messageId, content } = reply;
  const params = { path: { requestId, messageId }, header: headerOf(reply, messageId) };
  return call(
    http.PUT('/requests/{requestId}/messages/{messageId}', { params, body: content }),
    isAnswer('sentMessage'),
  );
}

export function getRequest({ http }: ApiClient, requestId: string) {
  return call(http.GET('/requests/{requestId}', { params: { path: { requestId } } }), isAnswer('request'));
}

function paramsOf({ citizenId, requestId }: AboutRequest) {
  return { path: { requestId }, header: { 'X-Citizen': citizenId } };
}

/** The call can be repeated: the answer is 200 even when the request is withdrawn already. */
export function putWithdrawal({ http }: ApiClient, about: AboutRequest) {
  const params = paramsOf(about);
  return call(http.PUT('/requests/{requestId}/withdrawal', { params }), isAnswer('sentRequest'));
}

/** The call can be repeated; the last rating counts. */
export function putRating({ http }: ApiClient, about: AboutRequest, rating: Rating) {
  const params = paramsOf(about);
  return call(http.PUT('/requests/{requestId}/rating', { params, body: rating }), isAnswer('request'));
}

/** The call can be repeated; an earlier instant than the one kept changes nothing. */
export function putReadMark({ http }: ApiClient, about: AboutRequest, readUpTo: string) {
  const init = { params: paramsOf(about), body: { readUpTo } };
  return call(http.PUT('/requests/{requestId}/read-mark', init), isAnswer('sentRequest'));
}

interface AboutDraft {
  citizenId: string;
  draftId: string;
}

/** `etag`: the version that this device knew; null for a draft that it believes to be new. */
export function putDraft({ http }: ApiClient, about: AboutDraft, etag: string | null, body: DraftContent) {
  const { citizenId, draftId } = about;
  const condition = etag === null ? { 'If-None-Match': '*' as const } : { 'If-Match': etag };
  const params = { path: { draftId }, header: { 'X-Citizen': citizenId, ...condition } };
  return call(http.PUT('/drafts/{draftId}', { params, body }), isAnswer('draft'));
}

export function getDraft({ http }: ApiClient, draftId: string) {
  return call(http.GET('/drafts/{draftId}', { params: { path: { draftId } } }), isAnswer('draft'));
}

export function removeDraft({ http }: ApiClient, { citizenId, draftId }: AboutDraft, etag: string) {
  const params = { path: { draftId }, header: { 'X-Citizen': citizenId, 'If-Match': etag } };
  return call(http.DELETE('/drafts/{draftId}', { params }), isEmpty);
}
