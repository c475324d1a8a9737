import type { ContractIssue } from '../contract/types.ts';

/** What is wrong; the sentence is made from it in the citizen's language, with these `params`; sizes are in MB. */
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
  'notAllowed',
  'representationEnded', // name
] as const;

export type IssueCode =
  | (typeof ISSUE_CODES)[number]
  /** Anything that a newer server says and this build does not know. */
  | 'other';

export interface Issue {
  /** Where it stands on the page. */
  field: Exclude<ContractIssue['field'], 'body' | 'other'>;
  code: IssueCode;
  params?: Record<string, string | number>;
}
