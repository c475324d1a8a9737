import { useNavigate } from '@tanstack/react-router';
import { SCREEN_ADDRESSES } from '../../parts/addresses.ts';
import type { DraftSaver } from './autosave.ts';
import { type Asked, nextScreen } from './draft-screens.ts';
import type { SayableIssue, useStepIssues } from './use-step-issues.ts';

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
