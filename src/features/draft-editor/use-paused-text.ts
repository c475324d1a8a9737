import { useEffect, useRef, useState } from 'react';

const PAUSE_MS = 800;

/** A text as it stood when whoever writes it last paused, and what is to be told of every change. */
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
