/** A `ref` for a focusable part that replaces a pressed button: it takes the focus, unless the focus has moved on. */
export function takeLostFocus(part: HTMLElement | null): void {
  if (document.activeElement === document.body) part?.focus({ preventScroll: true });
}
