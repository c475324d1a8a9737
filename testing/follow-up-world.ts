import type { CitizenPurpose, Rating } from '../contract/types.ts';
import { type OfficeAction, playOffice } from '../src/api/demo-calls.ts';
import { putRequest } from '../src/api/request-calls.ts';
import type { CitizenDatabase } from '../src/db/core/citizen-database.ts';
import type { DraftRow } from '../src/db/core/schema.ts';
import { isOpen, readDraft } from '../src/db/drafts/drafts.ts';
import { reserveReplyId } from '../src/db/outbox/replies.ts';
import { submitDraft } from '../src/db/outbox/submit-draft.ts';
import { takeBack } from '../src/db/outbox/take-back.ts';
import {
  cancelWithdrawal,
  markRead,
  rateAnswer,
  withdrawRequest,
} from '../src/db/requests/request-actions.ts';
import { readRequest } from '../src/db/requests/requests.ts';
import { attachPdf, DESCRIPTION, pdfBytes } from './builders.ts';
import type { PretendAccount } from './pretend-account.ts';
import type { PretendPage } from './pretend-page.ts';

/** What a citizen may do with a request that the server has, and what the clerk may do at the same time. */
export type FollowUpStep =
  | { do: 'writeReply'; purpose: CitizenPurpose; text: string }
  | { do: 'typeReplyLast'; purpose: CitizenPurpose; text: string }
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
  /** The text that the citizen last saw saved; null once other words were written in its place. */
  text: string | null;
  /** True from the submission on, while the citizen waits for it to arrive; taking the reply back ends it. */
  isSubmitted: boolean;
  submissions: number;
}

/** What the citizen remembers of a request. */
export interface FollowUpMemory {
  requestId: string;
  /** How often the citizen wrote something. */
  writings: number;
  replies: WrittenReply[];
  /** The ids of replies in the order of their submission. */
  submitted: string[];
  /** Whether the citizen wants the request withdrawn at present, and whether that was ever so. */
  wantsWithdrawal: boolean;
  everWithdrew: boolean;
  rating: Rating | null;
  readUpTo: string | null;
}

/** The id can be the same in each schedule, since each has a server of its own. */
export const FOLLOWED_REQUEST_ID = '5e0c1d1e-8a34-4bb0-9a45-0d6d3a9d2a11';

/** Registers a request of the citizen that an office is looking at. */
export async function registerFollowedRequest({ api, citizenId }: PretendAccount): Promise<FollowUpMemory> {
  const requestId = FOLLOWED_REQUEST_ID;
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
  page: PretendPage;
  account: PretendAccount;
  memory: FollowUpMemory;
  now: Date;
}

export async function takeFollowUp(step: FollowUpStep, surroundings: Surroundings): Promise<void> {
  const { db, account, memory, now } = surroundings;
  const { requestId } = memory;
  switch (step.do) {
    case 'writeReply':
      return writeReply(step, surroundings);
    case 'typeReplyLast':
      return typeReplyLast(step, surroundings);
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
      // A closed or withdrawn request refuses the clerk's actions.
      return playOffice(account.api, requestId, step.action).catch(() => undefined);
  }
}

function lastOf({ replies }: FollowUpMemory, purpose: CitizenPurpose): WrittenReply | undefined {
  return replies.findLast((one) => one.purpose === purpose);
}

async function writeReply(
  { purpose, text }: FollowUpStep & { do: 'writeReply' },
  { db, page, memory }: Surroundings,
): Promise<void> {
  const { requestId, replies } = memory;
  const description = uniqueText(text, memory);
  const [id] = await Promise.all([1, 2].map(() => reserveReplyId(db, requestId, purpose)));
  if (!id) return;
  let before: DraftRow | undefined;
  const isSaved = await page.write(id, (opened) => {
    before = opened;
    return { replyTo: { requestId, purpose }, description };
  });
  if (!isSaved) return;
  noteWrittenOver(memory, before);
  const known = replies.find((one) => one.id === id);
  if (known) known.text = description;
  else replies.push({ id, purpose, text: description, isSubmitted: false, submissions: 0 });
}

/** Types in a reply that the citizen has begun, also in a page that still shows it after another page has sent it. */
async function typeReplyLast(
  { purpose, text }: FollowUpStep & { do: 'typeReplyLast' },
  { db, page, memory }: Surroundings,
): Promise<void> {
  const reply = lastOf(memory, purpose);
  if (!reply || !(await readDraft(db, reply.id))) return;
  const description = uniqueText(text, memory);
  const isTyped = await page.typeLast(reply.id, (opened) => {
    noteWrittenOver(memory, opened);
    return { description };
  });
  if (isTyped) reply.text = description;
}

/** No text comes twice, so words that arrive twice were sent twice. */
function uniqueText(text: string, memory: FollowUpMemory): string {
  memory.writings += 1;
  return `${text} ${memory.writings}`;
}

/** An editor that shows the kept words of an earlier reply replaces them when the citizen types. */
function noteWrittenOver({ replies }: FollowUpMemory, before: DraftRow | undefined): void {
  for (const one of replies) if (one.text === before?.description) one.text = null;
}

async function submitInTwoTabs(reply: WrittenReply, { db, memory, now }: Surroundings): Promise<void> {
  const isThere = isOpen(await readDraft(db, reply.id));
  const [first] = await Promise.all([submitDraft(db, reply.id, now), submitDraft(db, reply.id, now)]);
  if (!first.ok || !isThere) return;
  reply.isSubmitted = true;
  reply.submissions += 1;
  memory.submitted.push(reply.id);
}
