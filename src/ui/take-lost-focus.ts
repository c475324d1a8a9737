/** A `ref` for a focusable part that replaces a pressed button: it takes the focus if the focus was lost with the button. */
export function takeLostFocus(part: HTMLElement | null): void {
  if (document.activeElement === document.body) part?.focus({ preventScroll: true });
}
