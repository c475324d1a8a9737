import type { DraftTopic } from '../contract/types.ts';
import type { Issue } from './issue.ts';
import type { Limits } from './limits.ts';
import { isChosen } from './topics/written-topic.ts';
import { type ChosenFile, checkFiles } from './validate-attachments.ts';
import { askedOf } from './written/asked-words.ts';
import { validateWords } from './written/rules.ts';
import type { Choices, Written } from './written/words.ts';

/** The parts of a draft that submitting checks. */
export type DraftToValidate = Written & Pick<Choices, 'kind'> & { topic: DraftTopic };

type AttachmentToValidate = Pick<ChosenFile, 'name' | 'size' | 'sha256' | 'type'>;

/** Finds the issues that keep a draft from being submitted, in the order of the steps. */
export function validateDraft(
  draft: DraftToValidate,
  attachments: readonly AttachmentToValidate[],
  limits: Limits,
): Issue[] {
  const issues: Issue[] = [];
  if (draft.kind === null) issues.push({ field: 'kind', code: 'kindMissing' });
  // Words that another kind asks are not submitted, and so not checked: nobody is stopped by what they do not see.
  issues.push(...validateWords(askedOf(draft.kind), draft, limits));
  if (!isChosen(draft.topic)) issues.push({ field: 'topic', code: 'topicMissing' });
  // The limits may have changed since the files were chosen. A password was looked for then; the bytes are not read again.
  const files = attachments.map((file) => ({ ...file, passwordProtected: false }));
  return [...issues, ...checkFiles(files, limits)];
}
