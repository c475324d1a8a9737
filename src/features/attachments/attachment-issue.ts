import type { Issue, IssueCode } from '../../domain/issue.ts';

/** What is wrong with a file, or with this device, which had no room for it. */
export interface AttachmentIssue extends Omit<Issue, 'code'> {
  code: IssueCode | 'attachmentNotKept';
}
