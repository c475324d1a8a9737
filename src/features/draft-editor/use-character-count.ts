import { useEffect, useRef, useState } from 'react';
import { countGraphemes } from '../../domain/graphemes.ts';

/** From this part of the limit on the count is shown. */
const SHOWN_FROM = 0.75;

/** Counting waits for a pause: at every key a long text would stutter. */
const COUNT_AFTER_MS = 250;

/** Characters as a person counts them, or null while the limit is far. */
export function useCharacterCount(initial: string, max: number) {
  const latest = useRef(initial);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [count, setCount] = useState(() => countWhenNear(initial, max));

  useEffect(() => () => clearTimeout(timer.current), []);
  useEffect(() => setCount(countWhenNear(latest.current, max)), [max]);

  function note(text: string) {
    latest.current = text;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setCount(countWhenNear(text, max)), COUNT_AFTER_MS);
  }

  return { count, note };
}

function countWhenNear(text: string, max: number): number | null {
  // There are never more characters than code units, so most texts need no counting.
  if (text.length < max * SHOWN_FROM) return null;
  const count = countGraphemes(text);
  return count < max * SHOWN_FROM ? null : count;
}
