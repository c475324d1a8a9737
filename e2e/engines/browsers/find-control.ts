/** A control by the words that a person would use: those on the button, or the label of the field. */
export interface Control {
  role: 'button' | 'link' | 'field' | 'choice' | 'files';
  name?: string;
}

/** Runs in the page, so it stands alone. Returns the element to press, or null while there is none. */
export function findControl({ role, name = '' }: Control): Element | null {
  const selectors = {
    button: 'button, summary',
    link: 'a[href]',
    field: 'input:not([type=radio], [type=checkbox], [type=file]), textarea, select',
    choice: 'input[type=radio], input[type=checkbox]',
    files: 'input[type=file]',
  };
  const wordsOf = (element: Element) => {
    const labels = [...((element as HTMLInputElement).labels ?? [])];
    const words = element.getAttribute('aria-label') ?? (labels[0] ?? element).textContent;
    return (words ?? '').replace(/\s+/g, ' ').trim();
  };
  const all = [...document.querySelectorAll(selectors[role])].filter(
    (element) => role === 'files' || (element.getClientRects().length > 0 && !element.matches(':disabled')),
  );
  const found =
    all.find((element) => wordsOf(element) === name) ??
    all.find((element) => wordsOf(element).startsWith(name));
  // WebKit's driver presses only what is in sight.
  found?.scrollIntoView({ block: 'center', behavior: 'instant' });
  // The label draws the mark of a choice, and people press the label.
  return (role === 'choice' && (found as HTMLInputElement | undefined)?.labels?.[0]) || found || null;
}
