import { useEffect, useReducer, useRef } from 'react';

/** Gives the focus to what a selector finds, as soon as the page has it: what had the focus has gone. */
export function useFocusOn(): (selector: string) => void {
  const wanted = useRef<string | null>(null);
  // What changes the page may be far below whoever asks, who would not be drawn again for it.
  const [, drawAgain] = useReducer((times: number) => times + 1, 0);

  useEffect(() => {
    if (!wanted.current) return;
    const element = document.querySelector<HTMLElement>(wanted.current);
    if (!element) return;
    wanted.current = null;
    element.focus();
  });

  return (selector) => {
    wanted.current = selector;
    drawAgain();
  };
}
