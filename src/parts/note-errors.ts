import { createContext, useContext, useEffect } from 'react';

/** Notes that a part of the page has errors, and returns a function that takes the note back. */
export const NoteErrors = createContext<() => () => void>(() => () => undefined);

/** Makes the title of the page say that this part has errors. */
export function useNoteErrors(hasErrors: boolean): void {
  const note = useContext(NoteErrors);
  useEffect(() => (hasErrors ? note() : undefined), [hasErrors, note]);
}
