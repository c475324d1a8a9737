import type { DraftContent } from '../../contract/types.ts';
import { type ApiClient, call, isAnswer, isEmpty } from './client.ts';

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
