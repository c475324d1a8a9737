import type { ContractIssue } from '../contract/types.ts';

/** The codes of issues. The sentence of a code is made in the citizen's language with its `params`; sizes are in MB. */
export const ISSUE_CODES = [
  'kindMissing',
  'descriptionMissing',
  'descriptionTooShort', // min
  'descriptionTooLong', // over, max
  'complaintOfficeTooLong', // over, max
  'complaintHappenedOnTooLong', // over, max
  'complaintWantedTooLong', // over, max
  'aboutRequestUnknown',
  'topicMissing',
  'attachmentTypeNotAccepted', // name
  'attachmentEnding', // name, kind, ending
  'attachmentTooBig', // name, size, max
  'attachmentEmpty', // name
  'attachmentPassword', // name
  'attachmentDuplicate', // name
  'attachmentTooMany', // max, chosen
  'attachmentsTooBigTogether', // total, max
  'attachmentUnreadable', // name
  'accountFull',
  'notAllowed',
  'representationEnded', // name
] as const;

export type IssueCode =
  | (typeof ISSUE_CODES)[number]
  /** A code of a newer server that this build does not know. */
  | 'other';

export interface Issue {
  /** The field in which the issue is shown. */
  field: Exclude<ContractIssue['field'], 'body' | 'other'>;
  code: IssueCode;
  params?: Record<string, string | number>;
}
