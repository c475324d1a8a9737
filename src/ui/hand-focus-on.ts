/** A `ref` for a part that goes away while it has the focus: the focus then moves to the heading of the page. */
export function handFocusOn(part: HTMLElement | null): () => void {
  return () => {
    if (part?.contains(document.activeElement)) document.querySelector('h1')?.focus({ preventScroll: true });
  };
}
