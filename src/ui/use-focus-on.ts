import { useEffect, useReducer, useRef } from 'react';

/** Returns a function that moves the focus to the element of a selector as soon as it is on the page. `first` is the selector when the page opens. */
export function useFocusOn(first: string | null = null): (selector: string) => void {
  const wanted = useRef(first);
  // The change may be in a part that does not redraw this component, so `drawAgain` does.
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

/** A `ref` for a focusable part that replaces a pressed button: it takes the focus if the focus was lost with the button. */
export function takeLostFocus(part: HTMLElement | null): void {
  if (document.activeElement === document.body) part?.focus({ preventScroll: true });
}
