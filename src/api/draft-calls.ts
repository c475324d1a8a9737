import type { AccountDraft, DraftContent } from '../contract/types.ts';
import { type ApiClient, call, isAnswer, isEmpty } from './client.ts';
import type { Outcome } from './outcome.ts';

export interface DraftToKeep {
  citizenId: string;
  draftId: string;
  /** The version that this device knew; null when it believes the draft to be new. */
  etag: string | null;
  content: DraftContent;
}

export function putDraft({ http }: ApiClient, draft: DraftToKeep): Promise<Outcome<AccountDraft>> {
  const { citizenId, draftId, etag, content } = draft;
  const condition = etag === null ? { 'If-None-Match': '*' as const } : { 'If-Match': etag };
  return call(
    () =>
      http.PUT('/drafts/{draftId}', {
        params: { path: { draftId }, header: { 'X-Citizen': citizenId, ...condition } },
        body: content,
      }),
    isAnswer('draft'),
  );
}

export function getDraft({ http }: ApiClient, draftId: string): Promise<Outcome<AccountDraft>> {
  return call(() => http.GET('/drafts/{draftId}', { params: { path: { draftId } } }), isAnswer('draft'));
}

export function removeDraft(
  { http }: ApiClient,
  draft: { citizenId: string; draftId: string; etag: string },
): Promise<Outcome<undefined>> {
  const { citizenId, draftId, etag } = draft;
  const header = { 'X-Citizen': citizenId, 'If-Match': etag };
  return call(() => http.DELETE('/drafts/{draftId}', { params: { path: { draftId }, header } }), isEmpty);
}
