import type { ChangePage, CitizenRequest, PublishedLimits, RequestSubmission } from '../contract/types.ts';
import { type ApiClient, call, isAnswer, isKnown } from './client.ts';
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
  return call(
    () =>
      http.PUT('/requests/{requestId}', {
        params: {
          path: { requestId },
          header: { 'X-Citizen': citizenId, 'Idempotency-Key': `"${requestId}:${revision}"` },
        },
        body: content,
      }),
    isAnswer('request'),
  );
}

export function getRequest({ http }: ApiClient, requestId: string): Promise<Outcome<CitizenRequest>> {
  return call(
    () => http.GET('/requests/{requestId}', { params: { path: { requestId } } }),
    isAnswer('request'),
  );
}

export function readChanges({ http }: ApiClient, cursor: string | null): Promise<Outcome<ChangePage>> {
  const query = cursor === null ? {} : { cursor };
  return call(
    () => http.GET('/changes', { params: { query } }),
    (page, response) => hasNoNews(page) || isAnswer('changes')(page, response),
  );
}

/** As most rounds are. */
function hasNoNews(page: Partial<ChangePage> | null): boolean {
  return (
    isKnown(page?.changes, []) &&
    typeof page?.cursor === 'string' &&
    typeof page.more === 'boolean' &&
    !Number.isNaN(Date.parse(page.serverTime ?? ''))
  );
}

export function readLimits({ http }: ApiClient, known: PublishedLimits): Promise<Outcome<PublishedLimits>> {
  return call(
    () => http.GET('/limits'),
    (limits, response) => isKnown(limits, known) || isAnswer('limits')(limits, response),
  );
}
