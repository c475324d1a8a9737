import { type RefObject, useRef, useState } from 'react';
import { useDatabase } from '../../db/core/database-context.ts';
import { submitReply } from '../../db/outbox/submit-draft.ts';
import type { Limits } from '../../domain/limits.ts';
import { validateDescription } from '../../domain/written/rules.ts';
import type { DraftSaver } from './autosave.ts';
import type { ReplyIssues } from './use-reply-issues.ts';

interface SendReplyOptions {
  saver: DraftSaver;
  issues: ReplyIssues;
  text: RefObject<string>;
  limits: Limits;
  onSubmitted: (draftId: string) => void;
}

/** Once, however often it is pressed. */
export function useSendReply({ saver, issues, text, limits, onSubmitted }: SendReplyOptions) {
  const db = useDatabase();
  const running = useRef(false);
  const [status, setStatus] = useState<'ready' | 'sending' | 'failed'>('ready');

  async function submit(): Promise<'ready' | 'failed'> {
    const saved = await saver.flush();
    const found = validateDescription(text.current, limits);
    if (found.length > 0) {
      issues.show(found);
      return 'ready';
    }
    // Said elsewhere on the page: nothing that is not on disk is sent.
    if (saved.status !== 'saved' && saved.status !== 'opened') return 'ready';
    const result = await submitReply(db, saved.draftId, new Date());
    issues.show(result.ok ? [] : result.error);
    if (result.ok) onSubmitted(saved.draftId);
    return 'ready';
  }

  async function send() {
    if (running.current) return;
    running.current = true;
    setStatus('sending');
    // The device could not write: the reply stands as it was, and the citizen is told.
    setStatus(await submit().catch(() => 'failed' as const));
    running.current = false;
  }

  return { status, send };
}
