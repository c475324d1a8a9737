import { useEffect, useReducer, useRef } from 'react';

/** Gives the focus to what a selector finds, `first` when the page opens, as soon as the page has it: what had the focus has gone. */
export function useFocusOn(first: string | null = null): (selector: string) => void {
  const wanted = useRef(first);
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
