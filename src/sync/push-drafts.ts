import type { DraftContent } from '../../contract/types.ts';
import { addsNoChoice, goesOnFrom } from '../../domain/written/compare.ts';
import type { Outcome } from '../api/client.ts';
import { getDraft, getRequest, putDraft, removeDraft } from '../api/request-calls.ts';
import type { CitizenDatabase } from '../db/core/citizen-database.ts';
import { keepsDraftsInAccount, readSyncState } from '../db/core/metadata.ts';
import type { DraftRow } from '../db/core/schema.ts';
import {
  listInSavingOrder,
  noteAccountRefused,
  noteAccountRemoved,
  noteAccountSaved,
  readDraftContent,
  takeAccountDraft,
} from '../db/drafts/account-drafts.ts';
import { listToRemove } from '../db/drafts/account-work.ts';
import { noteUploaded } from '../db/drafts/attachments.ts';
import { listAttachments } from '../db/files/file-rows.ts';
import { hasDue } from '../db/outbox/attempts.ts';
import { recordReceived } from '../db/requests/requests.ts';
import { checkAnswer } from './check-arrivals.ts';
import { MAX_WAIT_MS, retryDelayMs } from './retry.ts';
import type { SyncContext } from './sync-context.ts';
import { uploadAttachment } from './upload-attachment.ts';

type Fault = Extract<Outcome<unknown>, { kind: 'unreachable' }>;
/**
 * What held a draft up. Null: nothing, or the account refused it. `stop`: nobody is signed in, or something else comes first. `cut`: the call was cut off,
 * perhaps for what this draft says. A fault: the server failed, or the bytes of a file were cut off, perhaps on this draft alone.
 */
type SaveObstacle = null | 'stop' | 'cut' | Fault;

/**
 * Saves drafts in the account, each in its newest state. A draft on which the server fails holds up its originals alone, and is tried again after ever
 * longer waits.
 */
export async function pushDrafts(context: SyncContext): Promise<void> {
  const { db, accountRest, now, isVisible } = context;
  const restMs = accountRest.until - now().getTime();
  // A clock that was set back would make the rest endless.
  if (restMs > 0 && restMs <= MAX_WAIT_MS) return;
  const held = new Set<string>();

  /** An original waits for its second drafts, and for theirs. */
  async function saveInOrder(draft: DraftRow): Promise<SaveObstacle> {
    const waits = held.has(draft.id);
    const obstacle = waits ? null : await saveOne(context, draft);
    if ((waits || obstacle) && draft.copyOf) held.add(draft.copyOf);
    return obstacle;
  }

  // Deletions come first: a device that is left soon would take the order with it.
  const tasks = [
    ...(await listToRemove(db)).map((draft) => () => removeOne(context, draft)),
    ...(await listInSavingOrder(db)).map((draft) => () => saveInOrder(draft)),
  ];
  const waitsMs: number[] = [];
  let isConnected = (await readSyncState(db)).connection === 'reached';
  for (const task of tasks) {
    const obstacle = context.isStopping() ? 'stop' : await task();
    // Two calls in a row that are cut off: there is no connection.
    if (obstacle === 'stop' || (obstacle === 'cut' && !isConnected)) break;
    isConnected = obstacle !== 'cut';
    if (obstacle) waitsMs.push(obstacle === 'cut' ? 0 : (obstacle.retryAfterMs ?? 0));
  }
  if (waitsMs.length === 0) {
    accountRest.failures = 0;
    return;
  }
  const retryAfterMs = Math.max(...waitsMs);
  const { failures: attempts } = accountRest;
  const delayMs = retryDelayMs({ ...context, attempts, isVisible: isVisible(), retryAfterMs });
  accountRest.failures = attempts + 1;
  accountRest.until = now().getTime() + delayMs;
}

function obstacleOf(outcome: Outcome<unknown>): SaveObstacle {
  if (outcome.kind === 'unreachable') return outcome.cause === 'network' ? 'cut' : outcome;
  return outcome.kind === 'signedOut' ? 'stop' : null;
}

async function saveOne(context: SyncContext, draft: DraftRow): Promise<SaveObstacle> {
  const { db, api } = context;
  const { obstacle, isWhole } = await uploadAttachments(context, draft);
  if (obstacle) return obstacle;
  // The citizen may have decided otherwise while a file was going up.
  if (!(await keepsDraftsInAccount(db))) return 'stop';
  const { citizenId } = db;
  const content = await readDraftContent(db, draft);
  const outcome = await putDraft(api, { citizenId, draftId: draft.id }, draft.account?.etag ?? null, content);
  const { revision } = draft;
  if (outcome.kind === 'accepted') await noteAccountSaved(db, outcome.value, { revision, isWhole });
  if (outcome.kind === 'refused') return mendRefusal(context, draft, outcome.problem.type);
  return obstacleOf(outcome);
}

async function mendRefusal(context: SyncContext, draft: DraftRow, type: string): Promise<SaveObstacle> {
  const { db, api, now } = context;
  if (type === 'draft-changed') {
    const theirs = await getDraft(api, draft.id);
    if (theirs.kind === 'accepted') {
      await db.transaction('rw', db.tables, async () => takeAccountDraft(db, theirs.value, now()));
      return null;
    }
    // The account has lost the draft: the next round sends it as a new one.
    if (theirs.kind === 'refused') await noteAccountRemoved(db, draft.id);
    return obstacleOf(theirs);
  }
  // The feed brings the message that a reply became; until then nothing needs to be kept.
  if (type === 'already-submitted' && !draft.replyTo) {
    const request = await getRequest(api, draft.id);
    if (request.kind === 'accepted') {
      const arrival = await checkAnswer(context, { type: 'request', request: request.value });
      if (arrival.type === 'request') await recordReceived(db, arrival.request);
    }
    return obstacleOf(request);
  }
  await noteAccountRefused(db, draft);
  return null;
}

/** Uploads attachments as they are added, so that submitting is instant later and another device can go on with them. */
async function uploadAttachments(
  context: SyncContext,
  draft: DraftRow,
): Promise<{ obstacle: SaveObstacle; isWhole: boolean }> {
  const { db, now } = context;
  // A request that was submitted meanwhile is sent first; its upload continues from the bytes that the server has.
  const hasTime = async () => (await keepsDraftsInAccount(db)) && !(await hasDue(db, now()));
  let isWhole = true;
  for (const attachment of await listAttachments(db, draft.id)) {
    if (attachment.isUploaded) continue;
    let isAnswered = false;
    const outcome = await uploadAttachment(context, attachment, () => {
      isAnswered = true;
      return hasTime();
    });
    if (outcome.kind === 'accepted') await noteUploaded(db, attachment.id);
    else if (isLeftOut(outcome)) isWhole = false;
    else if (outcome.kind !== 'unreachable') return { obstacle: 'stop', isWhole };
    // Where the server has just answered there is a connection: something on the way takes this file for one that it must cut off.
    else return { obstacle: isAnswered ? outcome : obstacleOf(outcome), isWhole };
  }
  return { obstacle: null, isWhole };
}

/** Whether the words go to the account without this file: it does not take it, or no more files today, or the bytes are gone. */
function isLeftOut(outcome: Awaited<ReturnType<typeof uploadAttachment>>): boolean {
  if (outcome.kind === 'unreachable') return outcome.cause === 'day-limit-reached';
  return outcome.kind === 'refused' || outcome.kind === 'missingBytes';
}

async function removeOne(context: SyncContext, draft: DraftRow): Promise<SaveObstacle> {
  const { db, api } = context;
  const remove = (etag: string) => removeDraft(api, { citizenId: db.citizenId, draftId: draft.id }, etag);
  let outcome: Outcome<unknown> = await remove(draft.account?.etag ?? '');
  if (outcome.kind === 'refused' && outcome.problem.type === 'draft-changed') {
    const theirs = await getDraft(api, draft.id);
    // The account may have what this device itself saved last, the answer to which was lost.
    const isOwn = theirs.kind === 'accepted' && (await hasAllOf(db, draft, theirs.value.content));
    outcome = isOwn ? await remove(theirs.value.etag) : theirs;
  }
  const obstacle = obstacleOf(outcome);
  // If another device changed the draft meanwhile, the feed brings it back with the citizen's newer words.
  if (!obstacle) await noteAccountRemoved(db, draft.id);
  return obstacle;
}

async function hasAllOf(db: CitizenDatabase, draft: DraftRow, content: DraftContent): Promise<boolean> {
  const files = await db.attachments.where('draftId').equals(draft.id).primaryKeys();
  return (
    goesOnFrom(draft, content) &&
    addsNoChoice(content, draft) &&
    content.attachments.every(({ id }) => files.includes(id))
  );
}
