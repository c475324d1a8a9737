import { useTranslation } from 'react-i18next';
import type { IssueCode } from '../../domain/issue.ts';

/** An issue of `domain`, of the device or of a server, which may be newer than this build. */
export interface SayableIssue {
  field: string;
  code: string;
  params?: Record<string, string | number> | undefined;
}

const SENTENCES = [
  'kindMissing',
  'descriptionMissing',
  'descriptionTooShort',
  'descriptionTooLong',
  'complaintOfficeTooLong',
  'complaintHappenedOnTooLong',
  'complaintWantedTooLong',
  'topicMissing',
  'attachmentTypeNotAccepted',
  'attachmentTooBig',
  'attachmentEmpty',
  'attachmentPassword',
  'attachmentDuplicate',
  'attachmentTooMany',
  'attachmentsTooBigTogether',
  'attachmentUnreadable',
  'attachmentNotKept',
  'notAllowed',
  'representationEnded',
] as const satisfies (IssueCode | 'attachmentNotKept')[];

/** Puts an issue into words; a code that this build does not know reads as a general sentence. */
export function useIssueSentence(): (issue: SayableIssue) => string {
  const { t } = useTranslation('issues');
  return ({ code, params }) => {
    const key = SENTENCES.find((known) => known === code) ?? 'other';
    return t(key, { ...params, count: Number(params?.min ?? params?.over ?? 0) });
  };
}
