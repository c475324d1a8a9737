import type { ChangePage, PublishedLimits } from '../../contract/types.ts';
import { type ApiClient, call, isAnswer, isKnown } from './client.ts';

/** Asks for a citizen's news. The server refuses them where somebody else is signed in. */
export function readChanges({ http }: ApiClient, citizenId: string, cursor: string | null) {
  const params = { query: cursor === null ? {} : { cursor }, header: { 'X-Citizen': citizenId } };
  return call(
    http.GET('/changes', { params }),
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
    http.GET('/limits'),
    (limits: PublishedLimits, response) => isKnown(limits, known) || isAnswer('limits')(limits, response),
  );
}
