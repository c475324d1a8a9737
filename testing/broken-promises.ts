import type { Change } from '../contract/types.ts';
import { WORD_FIELDS, type Words } from '../domain/written/words.ts';
import type { DemoState } from '../src/api/demo-calls.ts';
import type { CitizenDatabase } from '../src/db/core/citizen-database.ts';
import { isOpen, readDraft } from '../src/db/drafts/drafts.ts';
import { listAttachments } from '../src/db/files/file-rows.ts';
import { describeSent, NO_REQUEST_ID, type Slot, STRANGER } from './draft-world.ts';
import type { PretendAccount } from './pretend-account.ts';
import { signInAtServer } from './sign-in.ts';
import { findLost } from './written-words.ts';

/** What device and server hold after everything has healed. */
export interface Aftermath {
  db: CitizenDatabase;
  state: DemoState;
  before: DemoState;
  /** Everything that the citizen's account holds, in the order of the changes. */
  account: Change[];
  /** The result of `readAllWords`. */
  everywhere: readonly Words[];
}

/** Returns the promises that were broken, one sentence each. */
export async function describeBroken(slots: Slot[], aftermath: Aftermath): Promise<string[]> {
  const { db, state, before } = aftermath;
  const broken: string[] = [];
  if ((await db.outbox.count()) > 0) broken.push('something waits for ever');
  const mine = new Set(slots.map(({ draftId }) => draftId));
  const known = new Set(before.requests.map(({ id }) => id));
  const strangers = state.requests.filter(({ id }) => !known.has(id) && !mine.has(id));
  if (strangers.length > 0) broken.push('a request that nobody submitted');
  for (const slot of slots) broken.push(...(await describeBrokenSlot(slot, aftermath)));
  return broken;
}

async function describeBrokenSlot(
  slot: Slot,
  { db, state, account, everywhere }: Aftermath,
): Promise<string[]> {
  const { draftId, isSubmitted } = slot;
  const { description } = slot.words;
  const requests = state.requests.filter(({ id }) => id === draftId);
  const isThere = requests.length > 0;
  const broken = findLost(expectedWords(slot, isThere), everywhere);
  if (requests.length > 1) broken.push('two requests for one draft');
  if (requests.some(({ commits }) => commits !== 1)) broken.push('a commit took effect twice');
  if (account.some((change) => isUnsent(change, slot))) broken.push('arrived as nobody submitted it');
  if (isSubmitted && !isThere && !(await isTold(db, draftId)))
    broken.push(`submitted, but no request: ${description}`);
  const local = await db.requests.get(draftId);
  if (requests.length === 1 && local?.reference !== requests[0]?.reference) {
    broken.push('the device does not know the reference');
  }
  if (requests.length === 1 && (await readDraft(db, draftId)))
    broken.push('sent, and offered again as a draft');
  if (!isThere && (await listAttachments(db, draftId)).length > 0 && !(await db.chunks.count())) {
    broken.push('bytes erased before they arrived');
  }
  return broken;
}

/** Everything that the citizen wrote. Once the request has arrived, without the words that the summary said would be left out. */
function expectedWords({ words, leftOut, isSubmitted }: Slot, isThere: boolean): Partial<Words> {
  const isWanted = (text: string) => !(isSubmitted && isThere && leftOut.includes(text));
  return Object.fromEntries(
    WORD_FIELDS.filter((field) => isWanted(words[field])).map((field) => [field, words[field]]),
  );
}

function isUnsent(change: Change, { draftId, sent }: Slot): boolean {
  if (change.type !== 'request' || change.request.id !== draftId) return false;
  const { complaint = null, ...request } = change.request;
  return !sent.includes(describeSent({ ...request, complaint }));
}

/** A citizen who may not act for the person, or who names a request of somebody else, gets the draft back with the refusal in it. */
async function isTold(db: CitizenDatabase, draftId: string): Promise<boolean> {
  const draft = await readDraft(db, draftId);
  if (!isOpen(draft)) return false;
  const { onBehalfOf, aboutRequestId, refusal } = draft;
  return (
    (onBehalfOf?.id === STRANGER.id && refusal?.type === 'not-allowed') ||
    (aboutRequestId === NO_REQUEST_ID && refusal?.type === 'validation')
  );
}

/** A request that went out under another person's session shows in that person's account. */
export async function findUnderOthers(
  { api }: PretendAccount,
  otherNiss: string,
  slots: Slot[],
): Promise<string[]> {
  await signInAtServer(api, otherNiss);
  for (const { draftId } of slots) {
    const { data } = await api.http.GET('/requests/{requestId}', {
      params: { path: { requestId: draftId } },
    });
    if (data) return ['sent under another person’s session'];
  }
  return [];
}
