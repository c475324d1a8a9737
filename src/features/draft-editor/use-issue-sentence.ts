import { useTranslation } from 'react-i18next';
import { ISSUE_CODES } from '../../domain/issue.ts';

/** An issue of `domain`, of the device or of a server, which may be newer than this build. */
export interface SayableIssue {
  field: string;
  code: string;
  params?: Record<string, string | number> | undefined;
}

const SENTENCES = [...ISSUE_CODES, 'attachmentNotKept'] as const;

/** Puts an issue into words; a code that this build does not know reads as a general sentence. */
export function useIssueSentence(): (issue: SayableIssue) => string {
  const { t } = useTranslation('issues');
  return ({ code, params }) => {
    const key = SENTENCES.find((known) => known === code) ?? 'other';
    return t(key, { ...params, count: Number(params?.min ?? params?.over ?? 0) });
  };
}
