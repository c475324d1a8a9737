import type { AccountDraft, DraftContent } from '../contract/types.ts';
import { type Condition, decideDraft, requireVersion } from '../domain/decide/account-draft.ts';
import { DEFAULT_LIMITS } from '../domain/limits.ts';
import { changeUsage } from './account-usage.ts';
import { type Call, worldInstant } from './call.ts';
import { draftOf, isKept } from './draft-row.ts';
import { leaveFeed, moveToEndOfFeed } from './feed.ts';
import { ownKey } from './own-key.ts';
import type { CitizenRow, DraftRow } from './tables.ts';

export async function findDraft({ tx }: Call, citizenId: string, id: string): Promise<AccountDraft | null> {
  const row = await tx.get('drafts', ownKey(citizenId, id));
  return isKept(row) ? draftOf(id, row) : null;
}

export async function saveDraft(
  call: Call,
  { id: citizenId, usage }: CitizenRow,
  id: string,
  content: DraftContent,
  condition: Condition,
): Promise<{ draft: AccountDraft; isNew: boolean }> {
  const own = ownKey(citizenId, id);
  const sent = (await call.tx.get('requests', own)) ?? (await call.tx.get('messages', own));
  const kept = await findDraft(call, citizenId, id);
  const facts = { kept, hasArrived: sent !== undefined, usage, limits: DEFAULT_LIMITS };
  const decided = decideDraft(facts, content, condition);
  if (decided.earlier) return { draft: decided.earlier, isNew: false };
  if (decided.isNew) await changeUsage(call, citizenId, { drafts: 1 });
  const row = await keepDraft(call, citizenId, id, content);
  return { draft: draftOf(id, { ...row, content }), isNew: decided.isNew };
}

/** Keeps a draft under an id of its own. So have its files: a device may still have them under the ids of the draft that ends. */
export async function addDraft(call: Call, citizenId: string, content: DraftContent): Promise<void> {
  const attachments = content.attachments.map((file) => ({ ...file, id: crypto.randomUUID() }));
  await keepDraft(call, citizenId, crypto.randomUUID(), { ...content, attachments });
  await changeUsage(call, citizenId, { drafts: 1 });
}

/**
 * Ends a draft that has become a request or a message. That one, of the same id, tells the other devices so: the feed tells no deletion, not even one from
 * before.
 */
export async function endDraft(call: Call, citizenId: string, draftId: string): Promise<void> {
  const row = await call.tx.get('drafts', ownKey(citizenId, draftId));
  if (!row) return;
  await leaveFeed(call, citizenId, row.sequence);
  await call.tx.remove('drafts', ownKey(citizenId, draftId));
  if (isKept(row)) await changeUsage(call, citizenId, { drafts: -1 });
}

/** Deletes a draft, and may be repeated. The words are deleted; the deletion stays in the feed, so that the other devices learn of it. */
export async function deleteDraft(
  call: Call,
  citizenId: string,
  draftId: string,
  ifMatch: string | null,
): Promise<void> {
  const kept = await findDraft(call, citizenId, draftId);
  if (!kept) return;
  requireVersion(kept, ifMatch);
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
  const row = { content, savedAt: worldInstant(call), sequence };
  await call.tx.put('drafts', key, row);
  return row;
}
