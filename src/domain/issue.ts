/** Where a problem stands on the page. */
type IssueField = 'kind' | 'onBehalfOf' | 'description' | 'complaint' | 'topic' | 'attachments';

/** What is wrong; the sentence is made from it in the citizen's language. Sizes in `params` are in MB. */
export type IssueCode =
  | 'kindMissing'
  | 'descriptionMissing'
  /** min */
  | 'descriptionTooShort'
  /** over, max */
  | 'descriptionTooLong'
  /** over, max */
  | 'complaintOfficeTooLong'
  /** over, max */
  | 'complaintHappenedOnTooLong'
  /** over, max */
  | 'complaintWantedTooLong'
  | 'topicMissing'
  /** name */
  | 'attachmentTypeNotAccepted'
  /** name, size, max */
  | 'attachmentTooBig'
  /** name */
  | 'attachmentEmpty'
  /** name */
  | 'attachmentPassword'
  /** name */
  | 'attachmentDuplicate'
  /** max, chosen */
  | 'attachmentTooMany'
  /** total, max */
  | 'attachmentsTooBigTogether'
  /** name */
  | 'attachmentUnreadable'
  | 'notAllowed'
  /** name */
  | 'representationEnded'
  /** Anything that a newer server says and this build does not know. */
  | 'other';

export interface Issue {
  field: IssueField;
  code: IssueCode;
  params?: Record<string, string | number>;
}
