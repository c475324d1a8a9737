import { ISSUE_CODES, type IssueCode } from '../../domain/issue.ts';

/** The reasons, beside the rules, why a file is not attached: this device's room, a draft that is no longer open, and a choice beyond the limits. */
const OF_THE_CHOICE = [
  'attachmentNotKept',
  'attachmentTooLate',
  'attachmentsLeftOut',
  'attachmentsNoRoom',
  'attachmentsTooHeavy',
] as const;

export type FileIssueCode = IssueCode | (typeof OF_THE_CHOICE)[number];

/** All codes for which there is a sentence. */
export const FILE_ISSUE_CODES: readonly FileIssueCode[] = [...ISSUE_CODES, ...OF_THE_CHOICE];

/** The id of the button to which errors of attachments lead. */
export const CHOOSE_FILES_ID = 'choose-files';
