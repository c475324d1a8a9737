import { useEffect, useRef } from 'react';

/** The button that shows more may be gone with the last card: whoever pressed it goes on at the first new one. */
export function useFocusFirstNew(shown: number) {
  const list = useRef<HTMLUListElement>(null);
  const firstNew = useRef<number | null>(null);

  useEffect(() => {
    const at = firstNew.current;
    if (at === null || shown <= at) return;
    firstNew.current = null;
    // With the frame that draws the cards: before it, they would have to be laid out for the focus, and then again.
    requestAnimationFrame(() => list.current?.children[at]?.querySelector('a')?.focus());
  }, [shown]);

  return {
    list,
    /** At the press. */
    beginAfterShown(): void {
      firstNew.current = shown;
    },
  };
}
