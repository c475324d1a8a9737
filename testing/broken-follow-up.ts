import type { CitizenRequest, Message } from '../contract/types.ts';
import type { UnsentRating } from '../domain/copies/copy-format.ts';
import { lisbonDate } from '../domain/lisbon-date.ts';
import { INBOX_GROUPS, inboxGroupOf } from '../domain/request-state.ts';
import type { Words } from '../domain/written/words.ts';
import type { CitizenDatabase } from '../src/db/core/citizen-database.ts';
import { readCounter } from '../src/db/core/counters.ts';
import type { RefusedAction } from '../src/db/core/schema.ts';
import { isOpen, listOpenDrafts } from '../src/db/drafts/drafts.ts';
import { readRatingDraft } from '../src/db/outbox/rating-draft.ts';
import { readRefusedActions } from '../src/db/outbox/refusals.ts';
import { listMessages } from '../src/db/requests/messages.ts';
import type { Aftermath } from './broken-promises.ts';
import type { FollowUpMemory } from './follow-up-world.ts';
import { findLost } from './written-words.ts';

interface Outcome {
  memory: FollowUpMemory;
  request: CitizenRequest;
  /** The citizen's messages, in the order in which the server took them. */
  messages: Message[];
  refused: RefusedAction[];
  ratingDraft: UnsentRating | null;
  everywhere: readonly Words[];
}

/** Returns the promises that were broken after a request was sent, one sentence each. */
export async function describeBrokenFollowUp(
  memory: FollowUpMemory,
  { db, account, everywhere }: Aftermath,
): Promise<string[]> {
  const { requestId } = memory;
  const requests = account.flatMap((change) => (change.type === 'request' ? change.request : []));
  const request = requests.find(({ id }) => id === requestId);
  if (!request) return ['the request is gone'];
  const messages = account
    .flatMap((change) => (change.type === 'message' ? change.message : []))
    .filter((message) => message.requestId === requestId && message.author === 'citizen');
  const refused = await readRefusedActions(db, requestId);
  const ratingDraft = await readRatingDraft(db, requestId);
  const outcome = { memory, request, messages, refused, ratingDraft, everywhere };

  const arrived = new Set([...requests, ...messages].map(({ id }) => id));
  const isLeft = account.some((change) => change.type === 'draft' && arrived.has(change.draft.id));
  return [
    ...(isLeft ? ['the account keeps a draft of what has arrived'] : []),
    ...(await findBrokenReplies(outcome, db)),
    ...findBrokenActions(outcome),
    ...(await findBrokenRow(outcome, db)),
  ];
}

async function findBrokenReplies(
  { memory, messages, everywhere }: Outcome,
  db: CitizenDatabase,
): Promise<string[]> {
  const broken: string[] = [];
  const drafts = await listOpenDrafts(db);
  const bodies = messages.map(({ body }) => body);
  if (new Set(bodies).size !== bodies.length) broken.push('the same words arrived twice');
  if (messages.some(({ id }) => !memory.submitted.includes(id))) broken.push('a message that nobody sent');
  for (const { id, text, isSubmitted } of memory.replies) {
    const hasArrived = messages.some((message) => message.id === id);
    const draft = await db.drafts.get(id);
    if (text !== null) broken.push(...findLost({ description: text }, everywhere));
    if (isSubmitted && !hasArrived && !(isOpen(draft) && draft.refusal))
      broken.push(`not sent, not told: ${text}`);
    if (hasArrived && draft) broken.push('sent, and offered again as a draft');
  }
  if (drafts.some(({ refusal }) => refusal?.type === 'not-found'))
    broken.push('a reply sent as somebody else');
  const once = memory.replies.filter(({ submissions }) => submissions === 1).map(({ id }) => id);
  const taken = messages.map(({ id }) => id).filter((id) => once.includes(id));
  if (taken.join() !== memory.submitted.filter((id) => taken.includes(id)).join()) {
    broken.push('replies arrived in another order');
  }
  return broken;
}

function findBrokenActions({ memory, request, refused, ratingDraft }: Outcome): string[] {
  const broken: string[] = [];
  const { wantsWithdrawal, everWithdrew, rating } = memory;
  const withdrawals = request.history.filter(({ state }) => state === 'withdrawn').length;
  if (withdrawals > 1) broken.push('withdrawn twice');
  if (withdrawals > 0 && !everWithdrew) broken.push('withdrawn by nobody');
  const isExplained = refused.some(({ command }) => command === 'withdraw');
  if (wantsWithdrawal && withdrawals === 0 && !isExplained) broken.push('a withdrawal that came to nothing');
  const kept = [request.rating?.comment, ratingDraft?.comment];
  if (rating && !kept.includes(rating.comment)) broken.push('a rating that came to nothing');
  if (refused.some(({ type }) => type === 'not-found')) broken.push('something asked as somebody else');
  return broken;
}

async function findBrokenRow({ memory, request }: Outcome, db: CitizenDatabase): Promise<string[]> {
  const broken: string[] = [];
  const row = await db.requests.get(request.id);
  if (row?.state !== request.state) broken.push('the device believes in another state');
  const { readUpTo } = memory;
  if (readUpTo && (row?.readUpTo ?? '') < readUpTo) broken.push('read, and unread again');
  if (readUpTo && (request.readUpTo ?? '') < readUpTo)
    broken.push('the server does not know that it was read');
  const rows = await db.requests.toArray();
  for (const group of INBOX_GROUPS) {
    const there = rows.filter((one) => one.group === group).length;
    if ((await readCounter(db, group)) !== there) broken.push(`the count of ${group} is wrong`);
  }
  const day = row ? lisbonDate(row.updatedAt) : '';
  if (row && row.group !== inboxGroupOf(row, row.unread === 1, day))
    broken.push('stands in another group than it is of');
  const isNews = request.lastMessageAt !== null && request.lastMessageAt > (row?.readUpTo ?? '');
  if (row && (row.unread === 1) !== isNews) broken.push('unread where it is read, or read where it is not');
  const here = (await listMessages(db, request.id)).filter(({ author }) => author === 'citizen');
  if (here.length !== new Set(here.map(({ body }) => body)).size) broken.push('a message is shown twice');
  return broken;
}
