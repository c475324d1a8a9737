import type { ContractIssue } from '../contract/types.ts';

/** Where a problem stands on the page. */
export type IssueField = Exclude<ContractIssue['field'], 'body' | 'other'>;

/** What is wrong; the sentence is made from it in the citizen's language. Sizes in `params` are in MB. */
export const ISSUE_CODES = [
  'kindMissing',
  'descriptionMissing',
  /** min */
  'descriptionTooShort',
  /** over, max */
  'descriptionTooLong',
  /** over, max */
  'complaintOfficeTooLong',
  /** over, max */
  'complaintHappenedOnTooLong',
  /** over, max */
  'complaintWantedTooLong',
  'topicMissing',
  /** name */
  'attachmentTypeNotAccepted',
  /** name, size, max */
  'attachmentTooBig',
  /** name */
  'attachmentEmpty',
  /** name */
  'attachmentPassword',
  /** name */
  'attachmentDuplicate',
  /** max, chosen */
  'attachmentTooMany',
  /** total, max */
  'attachmentsTooBigTogether',
  /** name */
  'attachmentUnreadable',
  'notAllowed',
  /** name */
  'representationEnded',
] as const;

export type IssueCode =
  | (typeof ISSUE_CODES)[number]
  /** Anything that a newer server says and this build does not know. */
  | 'other';

export interface Issue {
  field: IssueField;
  code: IssueCode;
  params?: Record<string, string | number>;
}
