import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../../ui/live-region.tsx';
import type { Thread } from './read-thread.ts';

interface Heard {
  fromOffice: number;
  waiting: ReadonlySet<string>;
}

/** Says what happens in the thread while the page is open: the eye sees it below, and nothing moves. */
export function useThreadNews(thread: Thread | undefined): void {
  const { t } = useTranslation('thread');
  const heard = useRef<Heard>(undefined);

  useEffect(() => {
    if (!thread) return;
    const fromOffice = thread.messages.filter(({ author }) => author === 'office').length;
    const waiting = new Set(thread.waiting.map(({ command }) => command.messageId));
    const before = heard.current;
    heard.current = { fromOffice, waiting };
    if (!before) return;
    if (fromOffice > before.fromOffice) announce(t('messages.arrived'));
    if (thread.messages.some(({ id }) => before.waiting.has(id))) announce(t('messages.sent'));
    if (thread.drafts.some(({ id, refusal }) => refusal && before.waiting.has(id))) {
      announce(t('messages.refused'), 'assertive');
    }
  }, [thread, t]);
}
