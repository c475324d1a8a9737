import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DraftRow } from '../../db/core/schema.ts';
import { type SayableIssue, useIssueSentence } from './use-issue-sentence.ts';

/** The id of the field of what a problem is about. */
type ReplyField = 'reply-text' | 'choose-files';

export interface ReplyIssues {
  items: readonly { targetId: ReplyField; text: string }[];
  /** Grows with every try, so that the same errors take the focus again. */
  tries: number;
  /** Stays the same between renderings. */
  show: (issues: readonly SayableIssue[]) => void;
  textsOf: (field: ReplyField) => string[];
}

/** What is wrong with a reply: first what the server said of it, then what a try to send it finds. */
export function useReplyIssues(draft: DraftRow | undefined): ReplyIssues {
  const say = useReplySentence();
  const [{ issues, tries }, setShown] = useState(() => ({
    issues: (draft?.refusal?.issues ?? []) as readonly SayableIssue[],
    tries: 0,
  }));
  const show = useCallback((next: readonly SayableIssue[]) => {
    setShown((shown) => ({ issues: next, tries: shown.tries + 1 }));
  }, []);
  const items = issues.map((issue) => ({
    targetId: issue.field === 'attachments' ? ('choose-files' as const) : ('reply-text' as const),
    text: say(issue),
  }));
  return {
    items,
    tries,
    show,
    textsOf: (field) => items.filter(({ targetId }) => targetId === field).map(({ text }) => text),
  };
}

function useReplySentence(): (issue: SayableIssue) => string {
  const { t } = useTranslation('draft');
  const sayOther = useIssueSentence();
  return (issue) => {
    const { code, params } = issue;
    if (code === 'descriptionMissing') return t('reply.missing');
    if (code === 'descriptionTooLong')
      return t('reply.tooLong', { count: Number(params?.over ?? 0), max: params?.max });
    return sayOther(issue);
  };
}
