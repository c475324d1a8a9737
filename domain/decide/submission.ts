import { refuse } from '../../contract/problem.ts';
import type { CitizenRequest, RequestSubmission } from '../../contract/types.ts';
import { countToday } from '../day-limits.ts';
import type { NewRequest } from '../new-request.ts';
import { judgeRequest } from '../written/judge-submitted.ts';
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

export type Submission = Sent<RequestSubmission>;

export interface SubmissionFacts extends SentFacts<CitizenRequest> {
  /** Whether the request that the submission is about is the citizen's: somebody else's is as unknown as one that does not exist. */
  isAboutOwn: boolean;
  /** The office that gets new requests. */
  officeName: string;
}

/** The request has no number yet: submissions that are refused again and again would use up the numbers. */
type DecidedSubmission = Decided<CitizenRequest, { fresh: Omit<NewRequest, 'number'> }>;

export function decideSubmission(facts: SubmissionFacts, sent: Submission, nowMs: number): DecidedSubmission {
  const { id, revision, content } = sent;
  const earlier = findEarlier(facts, sent.contentHash);
  if (earlier) return { earlier };
  const onBehalfOf = requireRight(facts, content.onBehalfOf);
  requireSameFiles(content.attachments, facts.attachments);
  judgeRequest(content, facts.files, facts.limits);
  if (content.aboutRequestId && !facts.isAboutOwn)
    throw refuse([{ field: 'aboutRequestId', code: 'aboutRequestUnknown' }]);
  const dayUsage = countToday(facts, { requests: 1 }, nowMs);
  const files = keepFiles(facts);
  const fresh = {
    id,
    revision,
    content: { ...content, onBehalfOf },
    attachments: files.map(({ attachment }) => attachment),
    receivedAt: new Date(nowMs).toISOString(),
    officeName: facts.officeName,
  };
  const left = leftOfDraft(facts, sent, content);
  const leftDraft = left && { ...left, aboutRequestId: left.aboutRequestId ?? id };
  return { earlier: null, fresh, files, dayUsage, leftDraft };
}
