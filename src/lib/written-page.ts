/** A page that was written at build time says so on its root element, until the app has taken it over (`app/pages/head-script.ts`). */
const state = () => globalThis.document?.documentElement.dataset ?? {};

/** The route that drew what is seen; undefined where nothing of it is to be seen, or it has been taken over. */
export function writtenRoute(): string | undefined {
  const { written, unseen } = state();
  return unseen === undefined ? written : undefined;
}

/** The id that such a page made for its draft; the app goes on with the same. */
export function writtenDraftId(): string | undefined {
  return state().draftId;
}

/** The page is the app's: what is typed from now on goes into its own fields. */
export function endWrittenPage(): void {
  delete state().written;
  delete state().unseen;
}

/** Marks the button that was pressed last before the app had come. */
export const PRESSED = 'data-pressed';

/** Its words are in a draft. */
export function endWrittenDraft(): void {
  delete state().draftId;
}
