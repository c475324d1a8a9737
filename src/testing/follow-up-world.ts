import { type OfficeAction, playOffice } from '../api/demo-calls.ts';
import { putRequest } from '../api/request-calls.ts';
import type { CitizenPurpose, Rating } from '../contract/types.ts';
import type { CitizenDatabase } from '../db/core/citizen-database.ts';
import { isOpen, readDraft, saveDraft } from '../db/drafts/drafts.ts';
import { reserveReplyId, submitReply } from '../db/outbox/replies.ts';
import { takeBack } from '../db/outbox/take-back.ts';
import { cancelWithdrawal, markRead, rateAnswer, withdrawRequest } from '../db/requests/request-actions.ts';
import { readRequest } from '../db/requests/requests.ts';
import { attachPdf, DESCRIPTION, pdfBytes } from './builders.ts';
import type { PretendAccount } from './pretend-account.ts';

/** What a citizen may do with a request that the server has, and the clerk at the same time. */
export type FollowUpStep =
  | { do: 'writeReply'; purpose: CitizenPurpose; text: string }
  | { do: 'attachToReply'; purpose: CitizenPurpose; size: number }
  | { do: 'submitReply'; purpose: CitizenPurpose }
  | { do: 'takeBackReply'; purpose: CitizenPurpose }
  | { do: 'withdraw' }
  | { do: 'keep' }
  | { do: 'rate'; rating: Rating }
  | { do: 'read' }
  | { do: 'clerk'; action: OfficeAction };

interface WrittenReply {
  id: string;
  purpose: CitizenPurpose;
  /** What the citizen last saw saved; null once they wrote something else in its place. */
  text: string | null;
  /** Since when the citizen waits for it to arrive; taking back ends it. */
  isSubmitted: boolean;
  submissions: number;
}

/** What the citizen knows to have done. */
export interface FollowUpMemory {
  requestId: string;
  /** How often they wrote something. */
  writings: number;
  replies: WrittenReply[];
  /** Ids in the order in which they were submitted. */
  submitted: string[];
  /** Whether it stands that they want it withdrawn, and whether they ever did. */
  wantsWithdrawal: boolean;
  everWithdrew: boolean;
  rating: Rating | null;
  readUpTo: string | null;
}

/** A request of Maria's that an office is looking at. */
export async function registerFollowedRequest({ api, citizenId }: PretendAccount): Promise<FollowUpMemory> {
  const requestId = crypto.randomUUID();
  const content = {
    kind: 'information',
    onBehalfOf: null,
    description: DESCRIPTION,
    topic: { status: 'unknown' },
    attachments: [],
    writtenAt: '2026-11-25T11:00:00.000Z',
  } as const;
  await putRequest(api, { citizenId, requestId, revision: 1, content: { ...content, attachments: [] } });
  await playOffice(api, requestId, 'review');
  return {
    requestId,
    writings: 0,
    replies: [],
    submitted: [],
    wantsWithdrawal: false,
    everWithdrew: false,
    rating: null,
    readUpTo: null,
  };
}

interface Surroundings {
  db: CitizenDatabase;
  maria: PretendAccount;
  memory: FollowUpMemory;
  now: Date;
}

export async function takeFollowUp(step: FollowUpStep, surroundings: Surroundings): Promise<void> {
  const { db, maria, memory, now } = surroundings;
  const { requestId } = memory;
  switch (step.do) {
    case 'writeReply':
      return writeReply(step, surroundings);
    case 'attachToReply': {
      const reply = lastOf(memory, step.purpose);
      if (reply && isOpen(await readDraft(db, reply.id))) await attachPdf(db, reply.id, pdfBytes(step.size));
      return;
    }
    case 'submitReply': {
      const reply = lastOf(memory, step.purpose);
      if (reply) await submitInTwoTabs(reply, surroundings);
      return;
    }
    case 'takeBackReply': {
      const reply = memory.replies.findLast((one) => one.purpose === step.purpose && one.isSubmitted);
      if (reply && (await takeBack(db, reply.id, now))) reply.isSubmitted = false;
      return;
    }
    case 'withdraw':
      memory.wantsWithdrawal = true;
      memory.everWithdrew = true;
      return withdrawRequest(db, requestId, now);
    case 'keep':
      if (await cancelWithdrawal(db, requestId, now)) memory.wantsWithdrawal = false;
      return;
    case 'rate':
      memory.rating = step.rating;
      return rateAnswer(db, requestId, step.rating, now);
    case 'read': {
      const upTo = (await readRequest(db, requestId))?.lastMessageAt;
      if (!upTo) return;
      memory.readUpTo = upTo;
      return markRead(db, requestId, upTo, now);
    }
    case 'clerk':
      // What is closed or withdrawn takes no more of the clerk's moves.
      return playOffice(maria.api, requestId, step.action).catch(() => undefined);
  }
}

function lastOf({ replies }: FollowUpMemory, purpose: CitizenPurpose): WrittenReply | undefined {
  return replies.findLast((one) => one.purpose === purpose);
}

async function writeReply(
  { purpose, text: words }: FollowUpStep & { do: 'writeReply' },
  { db, memory, now }: Surroundings,
): Promise<void> {
  memory.writings += 1;
  // Never the same twice: then words that arrive twice were sent twice.
  const text = `${words} ${memory.writings}`;
  const { requestId, replies } = memory;
  const [id] = await Promise.all([1, 2].map(() => reserveReplyId(db, requestId, purpose)));
  if (!id) return;
  const before = await readDraft(db, id);
  const baseRevision = before?.revision ?? 0;
  const patch = { replyTo: { requestId, purpose }, description: text };
  const result = await saveDraft(db, id, { patch, baseRevision, writer: 'tab' }, now);
  if (result.status === 'frozen') return;
  // A draft that was kept of an earlier reply is what they see, and write over.
  for (const one of replies) if (one.text === before?.description) one.text = null;
  const known = replies.find((one) => one.id === id);
  if (known) known.text = text;
  else replies.push({ id, purpose, text, isSubmitted: false, submissions: 0 });
}

async function submitInTwoTabs(reply: WrittenReply, { db, memory, now }: Surroundings): Promise<void> {
  const isThere = isOpen(await readDraft(db, reply.id));
  const [first] = await Promise.all([submitReply(db, reply.id, now), submitReply(db, reply.id, now)]);
  if (!first.ok || !isThere) return;
  reply.isSubmitted = true;
  reply.submissions += 1;
  memory.submitted.push(reply.id);
}
