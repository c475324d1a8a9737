import type { ChangePage, PublishedLimits } from '../../contract/types.ts';
import { type ApiClient, call, isAnswer, isKnown } from './client.ts';

export function readChanges({ http }: ApiClient, cursor: string | null) {
  const query = cursor === null ? {} : { cursor };
  return call(
    () => http.GET('/changes', { params: { query } }),
    (page: ChangePage, response) => hasNoNews(page) || isAnswer('changes')(page, response),
  );
}

/** Returns whether a page of changes brings nothing, as most do. */
function hasNoNews(page: Partial<ChangePage> | null): boolean {
  return (
    isKnown(page?.changes, []) &&
    typeof page?.cursor === 'string' &&
    typeof page.more === 'boolean' &&
    !Number.isNaN(Date.parse(page.serverTime ?? ''))
  );
}

export function readLimits({ http }: ApiClient, known: PublishedLimits | null) {
  return call(
    () => http.GET('/limits'),
    (limits: PublishedLimits, response) => isKnown(limits, known) || isAnswer('limits')(limits, response),
  );
}
