/** A page that was written at build time says so on its root element, until the app has taken it over (`app/boot/head-script.ts`). */
const state = () => globalThis.document?.documentElement.dataset ?? {};

/** Marks the button that was pressed last before the app had come. */
export const PRESSED = 'data-pressed';

/** Returns the route that drew the page that is seen; undefined where the page is hidden or the app has taken it over. */
export function prerenderedRoute(): string | undefined {
  const { written, unseen } = state();
  return unseen === undefined ? written : undefined;
}

/** Returns the id that such a page made for its draft; the app goes on with the same id. */
export function prerenderedDraftId(): string | undefined {
  return state().draftId;
}

/** Makes the page the app's: the app answers what is typed and pressed from now on, and presses the button that was pressed last before that. */
export function takeOverPage(): void {
  if (state().written === undefined) return;
  delete state().written;
  delete state().unseen;
  // The text for visitors who wait in vain goes: its links would stand before the page's own.
  document.querySelector('.is-late')?.remove();
  const button = document.querySelector<HTMLElement>(`[${PRESSED}]`);
  button?.removeAttribute(PRESSED);
  button?.click();
}

/** Called once the words of such a page are in a draft. */
export function forgetPrerenderedDraft(): void {
  delete state().draftId;
}
