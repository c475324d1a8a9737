import { useEffect, useRef, useState } from 'react';

/** The results follow each key; the address follows when the keys have come to rest. */
const ADDRESS_AFTER_MS = 400;

/** What stands in the search box: the citizen's while they type, the address's when that changes by itself, as with *Back*. */
export function useTypedWords(inAddress: string, writeAddress: (words: string) => void) {
  const [typed, setTyped] = useState(inAddress);
  const written = useRef(inAddress);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  useEffect(() => {
    if (inAddress === written.current) return;
    clearTimeout(timer.current);
    written.current = inAddress;
    setTyped(inAddress);
  }, [inAddress]);

  useEffect(() => () => clearTimeout(timer.current), []);

  function write(words: string): void {
    clearTimeout(timer.current);
    if (words === written.current) return;
    written.current = words;
    writeAddress(words);
  }

  return {
    typed,
    type(text: string): void {
      setTyped(text);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => write(text.trim()), ADDRESS_AFTER_MS);
    },
    submit: () => write(typed.trim()),
    /** The address is being changed with everything in it. */
    take(words: string): void {
      clearTimeout(timer.current);
      written.current = words;
      setTyped(words);
    },
  };
}
