import { useContext, useEffect, useState } from 'react';
import { findWord } from '../../lib/mark-words.ts';
import { SearchedContext } from '../../parts/searched-context.ts';
import type { Thread } from './read-thread.ts';

/** Opens the page at the newest message that has a word by which the request was found. */
export function useFoundMessage({ messages }: Thread): void {
  const words = useContext(SearchedContext);
  const [foundId] = useState(() => messages.findLast(({ body }) => findWord(body, words) >= 0)?.id);

  useEffect(() => {
    if (foundId === undefined) return;
    // With the frame that draws the message, and before the heading of the page takes the focus.
    requestAnimationFrame(() => {
      const heading = document.querySelector<HTMLElement>(`[data-message="${foundId}"]`);
      heading?.focus();
      heading?.closest('article')?.querySelector('mark')?.scrollIntoView({ block: 'nearest' });
    });
  }, [foundId]);
}
