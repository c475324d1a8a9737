import type { ChangePage, CitizenRequest, PublishedLimits, RequestSubmission } from '../contract/types.ts';
import { type ApiClient, call } from './client.ts';
import type { Outcome } from './outcome.ts';

export interface Submission {
  citizenId: string;
  requestId: string;
  revision: number;
  content: RequestSubmission;
}

/** Repeatable: the key makes sending twice the same as sending once. */
export function putRequest({ http }: ApiClient, submission: Submission): Promise<Outcome<CitizenRequest>> {
  const { citizenId, requestId, revision, content } = submission;
  return call(() =>
    http.PUT('/requests/{requestId}', {
      params: {
        path: { requestId },
        header: { 'X-Citizen': citizenId, 'Idempotency-Key': `"${requestId}:${revision}"` },
      },
      body: content,
    }),
  );
}

export function getRequest({ http }: ApiClient, requestId: string): Promise<Outcome<CitizenRequest>> {
  return call(() => http.GET('/requests/{requestId}', { params: { path: { requestId } } }));
}

export function readChanges({ http }: ApiClient, cursor: string | null): Promise<Outcome<ChangePage>> {
  const query = cursor === null ? {} : { cursor };
  return call(() => http.GET('/changes', { params: { query } }));
}

export function readLimits({ http }: ApiClient): Promise<Outcome<PublishedLimits>> {
  return call(() => http.GET('/limits'));
}
