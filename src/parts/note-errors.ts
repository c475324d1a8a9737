import { createContext, useContext, useEffect } from 'react';

/** Notes that there are errors in a part of the page, until the function that it answers is called. */
export const NoteErrors = createContext<() => () => void>(() => () => undefined);

/** Has the title of the page say that there are errors in this part of it. */
export function useNoteErrors(hasErrors: boolean): void {
  const note = useContext(NoteErrors);
  useEffect(() => (hasErrors ? note() : undefined), [hasErrors, note]);
}
