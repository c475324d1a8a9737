/** A page that was written at build time says so on its root element, until the app has taken it over (`app/boot/head-script.ts`). */
const state = () => globalThis.document?.documentElement.dataset ?? {};

/** Marks the button that was pressed last before the app had come. */
export const PRESSED = 'data-pressed';

/** The route that drew what is seen; undefined where nothing of it is to be seen, or it has been taken over. */
export function prerenderedRoute(): string | undefined {
  const { written, unseen } = state();
  return unseen === undefined ? written : undefined;
}

/** The id that such a page made for its draft; the app goes on with the same. */
export function prerenderedDraftId(): string | undefined {
  return state().draftId;
}

/** The page is the app's: what is typed and pressed from now on is answered by it, and what was pressed last before that. */
export function takeOverPage(): void {
  if (state().written === undefined) return;
  delete state().written;
  delete state().unseen;
  // What it says to whoever waits in vain: its links would stand before the page's own.
  document.querySelector('.is-late')?.remove();
  const button = document.querySelector<HTMLElement>(`[${PRESSED}]`);
  button?.removeAttribute(PRESSED);
  button?.click();
}

/** Its words are in a draft. */
export function forgetPrerenderedDraft(): void {
  delete state().draftId;
}
