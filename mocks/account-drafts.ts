import { problem } from '../contract/problem.ts';
import type { DraftContent } from '../contract/types.ts';
import { canonicalJson } from '../domain/content-hash.ts';
import { changeUsage, requireRoom } from './account-usage.ts';
import { type Call, worldInstant } from './call.ts';
import { etagOf, isKept, type KeptDraft } from './draft-row.ts';
import { leaveFeed, moveToEndOfFeed } from './feed.ts';
import { ownKey } from './own-key.ts';
import type { DraftRow } from './tables.ts';

export interface Condition {
  ifMatch: string | null;
  ifNoneMatch: string | null;
}

export async function findDraft(
  { tx }: Call,
  citizenId: string,
  draftId: string,
): Promise<KeptDraft | undefined> {
  const row = await tx.get('drafts', ownKey(citizenId, draftId));
  return isKept(row) ? row : undefined;
}

/**
 * Keeps the draft if the device knew the version that the account has. The same content again is no conflict: the
 * answer to the first try was lost.
 */
export async function saveDraft(
  call: Call,
  citizenId: string,
  draftId: string,
  content: DraftContent,
  { ifMatch, ifNoneMatch }: Condition,
): Promise<{ row: KeptDraft; isNew: boolean }> {
  const own = ownKey(citizenId, draftId);
  if ((await call.tx.get('requests', own)) ?? (await call.tx.get('messages', own)))
    throw problem('already-submitted');
  const before = await findDraft(call, citizenId, draftId);
  if (before && canonicalJson(before.content) === canonicalJson(content))
    return { row: before, isNew: false };
  const knewIt = before ? ifMatch === etagOf(before) && ifNoneMatch === null : ifMatch === null;
  if (!knewIt) throw problem('draft-changed');
  if (!before) {
    await requireRoom(call, citizenId, { drafts: 1 });
    await changeUsage(call, citizenId, { drafts: 1 });
  }
  const row = await keepDraft(call, citizenId, draftId, content);
  return { row: { ...row, content }, isNew: !before };
}

/** It became a request or a message. The one of the same id says so; no deletion is told, not even one from before. */
export async function endDraft(call: Call, citizenId: string, draftId: string): Promise<void> {
  const row = await call.tx.get('drafts', ownKey(citizenId, draftId));
  if (!row) return;
  await leaveFeed(call, citizenId, row.sequence);
  await call.tx.remove('drafts', ownKey(citizenId, draftId));
  if (isKept(row)) await changeUsage(call, citizenId, { drafts: -1 });
}

/** Repeatable. The words go; the deletion stays in the feed, so that the other devices hear of it. */
export async function deleteDraft(
  call: Call,
  citizenId: string,
  draftId: string,
  ifMatch: string | null,
): Promise<void> {
  const before = await findDraft(call, citizenId, draftId);
  if (!before) return;
  if (ifMatch !== null && ifMatch !== etagOf(before)) throw problem('draft-changed');
  await keepDraft(call, citizenId, draftId, null);
  await changeUsage(call, citizenId, { drafts: -1 });
}

async function keepDraft(
  call: Call,
  citizenId: string,
  draftId: string,
  content: DraftContent | null,
): Promise<DraftRow> {
  const key = ownKey(citizenId, draftId);
  const before = await call.tx.get('drafts', key);
  const entry = { type: 'draft', id: draftId } as const;
  const sequence = await moveToEndOfFeed(call, citizenId, entry, before?.sequence ?? null);
  const row = { citizenId, content, savedAt: worldInstant(call), sequence };
  await call.tx.put('drafts', key, row);
  return row;
}
