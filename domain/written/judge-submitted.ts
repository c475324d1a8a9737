import { problem, refuse } from '../../contract/problem.ts';
import type {
  ContractIssue,
  ReplySubmission,
  RequestSubmission,
  SubmittedAttachment,
} from '../../contract/types.ts';
import { type InspectedFile, judgeFiles } from '../inspected-file.ts';
import type { Limits } from '../limits.ts';
import { validateDescription, validateWords } from './rules.ts';
import { WORD_FIELDS } from './words.ts';

/** Counting stops at this many times the limit: a larger figure tells nobody more, and counting a huge text would hold up the server. */
const COUNTED_TIMES = 10;

/** Throws a refusal where an attachment or an upload is named twice, before any of them is read. */
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

/** Throws a refusal of a request whose words or files break the rules, or whose bytes are missing. */
export function judgeRequest(
  content: RequestSubmission,
  files: readonly InspectedFile[],
  limits: Limits,
): void {
  requireAllFiles(content.attachments, files);
  const issues = [
    ...validateWords(WORD_FIELDS, content, limits, COUNTED_TIMES * limits.descriptionMaxGraphemes),
    ...judgeFiles(files, limits),
  ];
  if (issues.length > 0) throw refuse(issues);
}

/** Throws a refusal of a reply whose words or files break the rules, or whose bytes are missing. */
export function judgeReply(content: ReplySubmission, files: readonly InspectedFile[], limits: Limits): void {
  requireAllFiles(content.attachments, files);
  const ofBody = validateDescription(content.body, limits, COUNTED_TIMES * limits.descriptionMaxGraphemes);
  const issues = [
    ...ofBody.map((issue) => ({ ...issue, field: 'body' as const })),
    ...judgeFiles(files, limits),
  ];
  if (issues.length > 0) throw refuse(issues);
}

function requireAllFiles(claimed: readonly SubmittedAttachment[], seen: readonly InspectedFile[]): void {
  const missing = claimed.filter(({ id }) => !seen.some((file) => file.claimed.id === id));
  if (missing.length > 0) throw problem('upload-missing', { attachmentIds: missing.map(({ id }) => id) });
}
