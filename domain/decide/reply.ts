import { problem } from '../../contract/problem.ts';
import type { Message, ReplySubmission } from '../../contract/types.ts';
import { countToday } from '../day-limits.ts';
import { citizenMessage, type Handled, replied, takesReply } from '../office-moves.ts';
import { judgeReply } from '../written/judge-submitted.ts';
import { writtenInReply } from '../written/words.ts';
import {
  type Decided,
  findEarlier,
  keepFiles,
  leftOfDraft,
  requireRight,
  requireSameFiles,
  type Sent,
  type SentFacts,
} from './sent.ts';

export type Reply = Sent<ReplySubmission>;

/** `earlier` is a message of this very request. */
export interface ReplyFacts<Row extends Handled> extends SentFacts<Message> {
  row: Row;
}

export function decideReply<Row extends Handled>(
  facts: ReplyFacts<Row>,
  sent: Reply,
  nowMs: number,
): Decided<Message, { message: Message; row: Row }> {
  const { row } = facts;
  const { id, content } = sent;
  const earlier = findEarlier(facts, sent.contentHash);
  if (earlier) return { earlier };
  requireRight(facts, row.request.onBehalfOf);
  requireSameFiles(content.attachments, facts.attachments);
  if (!takesReply(row.request, content.purpose, nowMs)) throw problem('state-forbids');
  judgeReply(content, facts.files, facts.limits);
  const dayUsage = countToday(facts, { messages: 1 }, nowMs);
  const files = keepFiles(facts);
  const { purpose, body } = content;
  const message = citizenMessage({
    id,
    requestId: row.request.id,
    purpose,
    body,
    attachments: files.map(({ attachment }) => attachment),
    sentAt: new Date(nowMs).toISOString(),
  });
  const leftDraft = leftOfDraft(facts, sent, writtenInReply(content));
  const after = replied(row, purpose, nowMs, facts.limits);
  return { earlier: null, message, row: after, files, dayUsage, leftDraft };
}
