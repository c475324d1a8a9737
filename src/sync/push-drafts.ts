import { getDraft, putDraft, removeDraft } from '../api/draft-calls.ts';
import type { Outcome } from '../api/outcome.ts';
import { getRequest } from '../api/request-calls.ts';
import type { DraftRow } from '../db/core/schema.ts';
import {
  accountTables,
  noteAccountRefused,
  noteAccountRemoved,
  noteAccountSaved,
  readDraftContent,
  takeAccountDraft,
} from '../db/drafts/account-drafts.ts';
import { listAccountWork } from '../db/drafts/account-work.ts';
import { noteUploaded } from '../db/drafts/attachments.ts';
import { listAttachments } from '../db/files/attachment-rows.ts';
import { nextDueAt } from '../db/outbox/outbox.ts';
import { recordReceived } from '../db/requests/requests.ts';
import type { SyncContext } from './sync-context.ts';
import { uploadAttachment } from './upload-attachment.ts';

/** Brings drafts to the account, the newest state of each and nothing in between. Stops at the first sign that the server is away. */
export async function pushDrafts(context: SyncContext): Promise<void> {
  const { save, remove } = await listAccountWork(context.db);
  for (const draft of save) {
    if (context.isStopping() || !(await saveOne(context, draft))) return;
  }
  for (const draft of remove) {
    if (context.isStopping() || !(await removeOne(context, draft))) return;
  }
}

/** False: the server is away, or this citizen is signed out. */
function isReachable(outcome: Outcome<unknown>): boolean {
  return outcome.kind === 'accepted' || outcome.kind === 'refused';
}

async function saveOne(context: SyncContext, draft: DraftRow): Promise<boolean> {
  const { db, api } = context;
  if (!(await uploadAttachments(context, draft))) return false;
  const { citizenId } = db;
  const content = await readDraftContent(db, draft);
  const outcome = await putDraft(api, { citizenId, draftId: draft.id }, draft.account?.etag ?? null, content);
  if (outcome.kind === 'accepted') await noteAccountSaved(db, outcome.value, draft.revision);
  if (outcome.kind === 'refused') return mendRefusal(context, draft, outcome.problem.type);
  return isReachable(outcome);
}

async function mendRefusal(context: SyncContext, draft: DraftRow, type: string): Promise<boolean> {
  const { db, api, now } = context;
  if (type === 'draft-changed') {
    const theirs = await getDraft(api, draft.id);
    if (theirs.kind === 'accepted') {
      await db.transaction('rw', accountTables(db), async () => takeAccountDraft(db, theirs.value, now()));
      return true;
    }
    // Gone there: it is new to the account now.
    if (theirs.kind === 'refused') await noteAccountRemoved(db, draft.id);
    return isReachable(theirs);
  }
  // What a reply became comes by the feed; until then there is nothing to keep.
  if (type === 'already-submitted' && !draft.replyTo) {
    const request = await getRequest(api, draft.id);
    if (request.kind === 'accepted') await recordReceived(db, request.value);
    return isReachable(request);
  }
  await noteAccountRefused(db, draft);
  return true;
}

/** Files go up as they are added, so that submitting is instant later and another device can go on with them. */
async function uploadAttachments(context: SyncContext, draft: DraftRow): Promise<boolean> {
  const { db, now } = context;
  // What the citizen has submitted meanwhile goes first, and goes on from the bytes that are there.
  const hasTime = async () => ((await nextDueAt(db)) ?? Number.POSITIVE_INFINITY) > now().getTime();
  for (const attachment of await listAttachments(db, draft.id)) {
    if (attachment.isUploaded) continue;
    const outcome = await uploadAttachment(context, attachment, hasTime);
    if (outcome.kind === 'accepted') await noteUploaded(db, attachment.id);
    else if (outcome.kind !== 'refused' && outcome.kind !== 'missingBytes') return false;
  }
  return true;
}

async function removeOne({ db, api }: SyncContext, draft: DraftRow): Promise<boolean> {
  const etag = draft.account?.etag;
  if (!etag) return true;
  const outcome = await removeDraft(api, { citizenId: db.citizenId, draftId: draft.id }, etag);
  // Changed on another device meanwhile: the feed brings it back, and with it the citizen's newer words.
  if (isReachable(outcome)) await noteAccountRemoved(db, draft.id);
  return isReachable(outcome);
}
