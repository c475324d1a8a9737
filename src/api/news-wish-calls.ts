import type { NewsWish } from '../../contract/types.ts';
import { type ApiClient, call, isAnswer } from './client.ts';
import type { Outcome } from './outcome.ts';

export function readNewsWish({ http }: ApiClient): Promise<Outcome<NewsWish>> {
  return call(http.GET('/news'), isAnswer('newsWish'));
}

export function changeNewsWish(
  { http }: ApiClient,
  { citizenId, wanted }: { citizenId: string; wanted: boolean },
): Promise<Outcome<NewsWish>> {
  const params = { header: { 'X-Citizen': citizenId } };
  return call(http.PUT('/news', { params, body: { wanted } }), isAnswer('newsWish'));
}
