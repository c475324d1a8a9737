/** The `ref` of what goes away when it is answered: the focus, which would go with it, is then at the heading of the page. */
export function handFocusOn(part: HTMLElement | null): () => void {
  return () => {
    if (part?.contains(document.activeElement)) document.querySelector('h1')?.focus({ preventScroll: true });
  };
}
