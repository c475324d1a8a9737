import { problem, refuse } from '../../contract/problem.ts';
import type {
  ContractIssue,
  ReplySubmission,
  RequestSubmission,
  SubmittedAttachment,
} from '../../contract/types.ts';
import { type InspectedFile, judgeFiles } from '../inspected-file.ts';
import { DEFAULT_LIMITS } from '../limits.ts';
import { validateDescription, validateWords } from './rules.ts';
import { WORD_FIELDS } from './words.ts';

/** Nobody learns more from a larger figure, and whoever sends the longest text would hold the server with it. */
const COUNTED_UP_TO = 10 * DEFAULT_LIMITS.descriptionMaxGraphemes;

/** Throws the refusal where an attachment or an upload stands twice: before anything of them is read. */
export function requireOneOfEach(claimed: readonly SubmittedAttachment[]): void {
  const issues: ContractIssue[] = [];
  if (isAnyTwice(claimed.map(({ id }) => id)))
    issues.push({ field: 'attachments', code: 'attachmentIdRepeated' });
  if (isAnyTwice(claimed.map(({ uploadId }) => uploadId))) {
    issues.push({ field: 'attachments', code: 'attachmentUploadRepeated' });
  }
  if (issues.length > 0) throw refuse(issues);
}

function isAnyTwice(ids: readonly string[]): boolean {
  return new Set(ids).size < ids.length;
}

/** Throws the refusal of a request whose words or files are not as the rules ask, or whose bytes are not here. */
export function judgeRequest(content: RequestSubmission, files: readonly InspectedFile[]): void {
  requireAllFiles(content.attachments, files);
  const issues = [
    ...validateWords(WORD_FIELDS, content, DEFAULT_LIMITS, COUNTED_UP_TO),
    ...judgeFiles(files, DEFAULT_LIMITS),
  ];
  if (issues.length > 0) throw refuse(issues);
}

/** The same of a reply. */
export function judgeReply(content: ReplySubmission, files: readonly InspectedFile[]): void {
  requireAllFiles(content.attachments, files);
  const ofBody = validateDescription(content.body, DEFAULT_LIMITS, COUNTED_UP_TO);
  const issues = [
    ...ofBody.map((issue) => ({ ...issue, field: 'body' as const })),
    ...judgeFiles(files, DEFAULT_LIMITS),
  ];
  if (issues.length > 0) throw refuse(issues);
}

function requireAllFiles(claimed: readonly SubmittedAttachment[], seen: readonly InspectedFile[]): void {
  const missing = claimed.filter(({ id }) => !seen.some((file) => file.claimed.id === id));
  if (missing.length > 0) throw problem('upload-missing', { attachmentIds: missing.map(({ id }) => id) });
}
