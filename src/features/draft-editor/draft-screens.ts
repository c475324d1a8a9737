import { useNavigate } from '@tanstack/react-router';
import { isChosen } from '../../../domain/topics/written-topic.ts';
import { askedOf } from '../../../domain/written/asked-words.ts';
import { isOptional } from '../../../domain/written/rules.ts';
import type { DraftRow } from '../../db/core/schema.ts';
import { type DraftScreen, SCREEN_ADDRESSES } from '../../parts/addresses.ts';
import type { DraftSaver } from './autosave.ts';
import type { SayableIssue, useStepIssues } from './use-step-issues.ts';

const IN_ORDER: readonly DraftScreen[] = ['description', 'details', 'topic', 'attachments', 'review'];

type Asked = Pick<DraftRow, 'kind' | 'aboutRequestId' | 'topic'>;

/** Returns the screen to which **Continuar** leads. */
export function nextScreen(screen: DraftScreen, draft: Asked, fieldsOf = askedOf): DraftScreen | undefined {
  return IN_ORDER.slice(IN_ORDER.indexOf(screen) + 1).find((one) => isAsked(one, draft, fieldsOf));
}

/** Returns the screen to which **Voltar** leads. */
export function previousScreen(
  screen: DraftScreen,
  draft: Asked,
  fieldsOf = askedOf,
): DraftScreen | undefined {
  return IN_ORDER.slice(0, IN_ORDER.indexOf(screen)).findLast((one) => isAsked(one, draft, fieldsOf));
}

/** Whether the draft has this screen. `fieldsOf` returns the fields that a kind asks. */
export function isAsked(screen: DraftScreen, draft: Asked, fieldsOf = askedOf): boolean {
  if (screen === 'details') return fieldsOf(draft.kind).some(isOptional);
  return screen !== 'topic' || !hasInheritedTopic(draft);
}

/** Whether the draft has the topic of the request that it complains about. The summary shows that topic, and the list of steps leads to it. */
function hasInheritedTopic({ kind, aboutRequestId, topic }: Asked): boolean {
  return kind === 'complaint' && aboutRequestId !== null && isChosen(topic);
}

interface Screen {
  screen: 'description' | 'details';
  saver: Pick<DraftSaver, 'flush'>;
  issues: Pick<ReturnType<typeof useStepIssues>, 'show'>;
  returnsToReview: boolean;
}

/** Returns the action of **Continuar** on a screen with fields: it goes on once the words are on disk and there are no issues. */
export function useGoOn({ screen, saver, issues, returnsToReview }: Screen) {
  const navigate = useNavigate();
  return async (draft: Asked, findAmiss: () => readonly SayableIssue[]): Promise<void> => {
    const saved = await saver.flush();
    const found = findAmiss();
    issues.show(found);
    if (found.length > 0 || (saved.status !== 'saved' && saved.status !== 'opened')) return;
    const next = nextScreen(screen, draft);
    const to = SCREEN_ADDRESSES[returnsToReview || !next ? 'review' : next];
    await navigate({ to, params: { draftId: saved.draftId } });
  };
}
