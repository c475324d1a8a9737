/** The `ref` of what comes in the place of a button that was pressed, and has to be focusable. Whoever has gone on meanwhile is left alone. */
export function takeLostFocus(part: HTMLElement | null): void {
  if (document.activeElement === document.body) part?.focus({ preventScroll: true });
}
