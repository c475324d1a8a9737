import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CitizenPurpose, ContractIssue, RequestKind } from '../../../contract/types.ts';
import { wordFieldOf } from '../../../domain/written/rules.ts';
import type { DraftRow } from '../../db/core/schema.ts';
import type { DraftScreen } from '../../parts/addresses.ts';
import { FILE_ISSUE_CODES } from '../../parts/file-issues.ts';
import { ofKind } from '../../parts/of-kind.ts';

/** An issue found by `domain`, by the device, or by a server, which may be newer than this build. */
export interface SayableIssue {
  field: string;
  code: string;
  params?: Record<string, string | number> | undefined;
}

/** A screen of the draft, or the single screen of a reply. */
type Screen = DraftScreen | 'reply';

/** The screen of each field. The summary and the reply show the issues of all fields. */
const SCREENS: Record<ContractIssue['field'], DraftScreen> = {
  kind: 'description',
  onBehalfOf: 'description',
  description: 'description',
  complaint: 'details',
  aboutRequestId: 'description',
  topic: 'topic',
  attachments: 'attachments',
  body: 'review',
  other: 'review',
};

/** The citizen may not act for this person, or may not any more. */
export const NOT_ALLOWED = 'notAllowed';

/** Returns those issues of the server's refusal that can be corrected on this screen. */
function refusalIssues(draft: DraftRow | undefined, screen: Screen): readonly SayableIssue[] {
  const { refusal } = draft ?? {};
  if (!refusal) return [];
  // The citizen cannot choose for whom a reply is written, so the editor shows this issue apart from those of the text.
  if (screen === 'reply') return refusal.issues.filter(({ code }) => code !== NOT_ALLOWED);
  const issues = refusal.issues.filter(({ field }) => screen === 'review' || SCREENS[field] === screen);
  const saysNothing = screen === 'review' && issues.length === 0 && !refusal.isMended;
  return saysNothing ? [{ field: 'other', code: 'other' }] : issues;
}

/** The issues of a screen: at first those of the server, later those found when the citizen tries to go on or to submit. */
export function useStepIssues(
  draft: DraftRow | undefined,
  screen: Screen,
  kind = draft?.kind ?? null,
  purpose: CitizenPurpose = 'reply',
) {
  const say = useIssueSentence(screen, kind, purpose);
  const [{ issues, tries }, setShown] = useState(() => ({ issues: refusalIssues(draft, screen), tries: 0 }));
  const show = useCallback((next: readonly SayableIssue[]) => {
    setShown((shown) => ({ issues: next, tries: shown.tries + 1 }));
  }, []);
  const sentences = issues
    .map((issue) => ({ field: wordFieldOf(issue) ?? issue.field, text: say(issue) }))
    // Two empty files of the same name need only one sentence.
    .filter((one, index, all) => all.findIndex(({ text }) => text === one.text) === index);
  const textsOf = (field: string) => sentences.filter((one) => one.field === field).map((one) => one.text);
  return {
    sentences,
    /** Grows with every try, so that the same errors take the focus again. */
    tries,
    /** The same function at every rendering. */
    show,
    textOf: (field: string) => textsOf(field)[0],
    textsOf,
  };
}

/** Returns the sentence of an issue. A code that this build does not know becomes a general sentence. */
function useIssueSentence(
  screen: Screen,
  kind: RequestKind | null,
  purpose: CitizenPurpose,
): (issue: SayableIssue) => string {
  const { t } = useTranslation(['issues', 'draft']);
  return ({ code, params }) => {
    const count = Number(params?.min ?? params?.over ?? 0);
    if (screen === 'reply' && code === 'descriptionMissing') return t(`draft:reply.missing.${purpose}`);
    if (code === 'correctionUnchanged') return t('draft:reply.unchanged');
    if (screen === 'reply' && code === 'descriptionTooLong') {
      return t('draft:reply.tooLong', { count, max: params?.max });
    }
    return t(FILE_ISSUE_CODES.find((known) => known === code) ?? 'other', {
      ...params,
      count,
      ...ofKind(kind),
    });
  };
}
