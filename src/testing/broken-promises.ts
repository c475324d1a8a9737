import type { DemoState } from '../api/demo-calls.ts';
import { confirmCode, startPasswordSignIn } from '../api/session-calls.ts';
import type { CitizenDatabase } from '../db/core/citizen-database.ts';
import { listOpenDrafts } from '../db/drafts/drafts.ts';
import { listAttachments } from '../db/files/attachment-rows.ts';
import type { PretendAccount } from './pretend-account.ts';

/** What the citizen knows of one draft. */
export interface Slot {
  draftId: string;
  /** What the citizen last saw saved. */
  text: string | null;
  /** Since when the citizen waits for it to arrive; taking back ends it. */
  isSubmitted: boolean;
}

/** Sentences about promises that were broken; empty is good. */
export async function describeBroken(
  slots: Slot[],
  state: DemoState,
  before: DemoState,
  db: CitizenDatabase,
): Promise<string[]> {
  const broken: string[] = [];
  if ((await db.outbox.count()) > 0) broken.push('something waits for ever');
  const mine = new Set(slots.map(({ draftId }) => draftId));
  const known = new Set(before.requests.map(({ id }) => id));
  const strangers = state.requests.filter(({ id }) => !known.has(id) && !mine.has(id));
  if (strangers.length > 0) broken.push('a request that nobody submitted');

  const drafts = await listOpenDrafts(db);
  for (const { draftId, text, isSubmitted } of slots) {
    const requests = state.requests.filter(({ id }) => id === draftId);
    if (requests.length > 1) broken.push('two requests for one draft');
    if (requests.some(({ commits }) => commits !== 1)) broken.push('a commit took effect twice');
    const texts = [...requests, ...drafts].map(({ description }) => description);
    if (text !== null && !texts.includes(text)) broken.push(`lost: ${text}`);
    if (isSubmitted && requests.length === 0) broken.push(`submitted, but no request: ${text}`);
    const local = await db.requests.get(draftId);
    if (requests.length === 1 && local?.reference !== requests[0]?.reference) {
      broken.push('the device does not know the reference');
    }
    if (requests.length === 1 && (await db.drafts.get(draftId)))
      broken.push('sent, and offered again as a draft');
    if (
      requests.length === 0 &&
      (await listAttachments(db, draftId)).length > 0 &&
      !(await db.chunks.count())
    ) {
      broken.push('bytes erased before they arrived');
    }
  }
  return broken;
}

/** What went out under another person's session would show in that person's own requests. */
export async function findUnderOthers(maria: PretendAccount, slots: Slot[]): Promise<string[]> {
  await startPasswordSignIn(maria.api, { niss: '11000000007', password: 'Demonstracao1' });
  await confirmCode(maria.api, '123456');
  for (const { draftId } of slots) {
    const { data } = await maria.api.http.GET('/requests/{requestId}', {
      params: { path: { requestId: draftId } },
    });
    if (data) return ['sent under another person’s session'];
  }
  return [];
}
