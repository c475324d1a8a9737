import type { ComplaintTexts } from './complaint-parts.ts';
import type { Issue } from './issue.ts';
import type { Limits } from './limits.ts';
import type { RequestKind } from './request-kind.ts';
import { isComplete, type TopicChoice } from './topics/topic.ts';
import { type AttachedFile, checkFile, checkTotals } from './validate-attachments.ts';
import { validateComplaint } from './validate-complaint.ts';
import { validateDescription } from './validate-description.ts';

/** What submitting looks at; a draft may hold more. */
export interface DraftToValidate {
  kind: RequestKind | null;
  description: string;
  complaint: ComplaintTexts | null;
  topic: TopicChoice | null;
}

export interface AttachmentToValidate extends AttachedFile {
  type: string | null;
}

/** Everything that keeps a draft from being submitted, in the order of the steps. */
export function validateDraft(
  draft: DraftToValidate,
  attachments: readonly AttachmentToValidate[],
  limits: Limits,
): Issue[] {
  const issues: Issue[] = [];
  if (draft.kind === null) issues.push({ field: 'kind', code: 'kindMissing' });
  issues.push(...validateDescription(draft.description, limits));
  // Kept when another kind is chosen, and then not submitted: nobody is stopped by what they do not see.
  if (draft.kind === 'complaint') issues.push(...validateComplaint(draft.complaint));
  if (!isComplete(draft.topic)) issues.push({ field: 'topic', code: 'topicMissing' });
  return [...issues, ...validateAttachments(attachments, limits)];
}

/** Again at submitting: the limits may have changed since the files were chosen. */
function validateAttachments(attachments: readonly AttachmentToValidate[], limits: Limits): Issue[] {
  const ofEach = attachments.map((file, index) =>
    // A password was looked for when the file was chosen; its bytes are not read again.
    checkFile({ ...file, passwordProtected: false }, attachments.slice(0, index), limits),
  );
  return [...ofEach, checkTotals(attachments, [], limits)].filter((issue) => issue !== null);
}
