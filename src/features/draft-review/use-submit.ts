import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useDatabase } from '../../db/core/database-context.ts';
import { submitDraft } from '../../db/outbox/submit-draft.ts';
import type { Issue } from '../../domain/issue.ts';
import { ADDRESSES } from '../../parts/addresses.ts';

/** *Submeter pedido*: once, however often it is pressed. */
export function useSubmit(draftId: string, onIssues: (issues: Issue[]) => void) {
  const db = useDatabase();
  const navigate = useNavigate();
  const running = useRef(false);
  const [status, setStatus] = useState<'ready' | 'submitting' | 'failed'>('ready');

  async function submit() {
    if (running.current) return;
    running.current = true;
    setStatus('submitting');
    try {
      const result = await submitDraft(db, draftId, new Date());
      onIssues(result.ok ? [] : result.error);
      if (result.ok) {
        await navigate({ to: ADDRESSES.request, params: { requestId: draftId }, replace: true });
      } else setStatus('ready');
    } catch {
      // The device could not write: the draft stands as it was, and the citizen is told.
      setStatus('failed');
    }
    running.current = false;
  }

  return { status, submit };
}
