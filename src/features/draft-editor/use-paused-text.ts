import { useEffect, useRef, useState } from 'react';

const PAUSE_MS = 800;

/** Returns the text as it was at the last pause in typing, and a function to call with every change. */
export function usePausedText(initial: string): [text: string, note: (text: string) => void] {
  const [text, setText] = useState(initial);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  return [
    text,
    (next) => {
      clearTimeout(timer.current);
      timer.current = setTimeout(() => setText(next), PAUSE_MS);
    },
  ];
}
