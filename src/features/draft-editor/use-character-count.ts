import { useEffect, useRef, useState } from 'react';
import { countGraphemes, countPlain, countWithRests } from '../../../domain/graphemes.ts';

/** The part of the limit from which the count is shown. */
const SHOWN_FROM = 0.75;

/** Texts are counted after a pause: at every key a long text would make typing stutter. */
const COUNT_AFTER_MS = 250;

/** Texts up to this length, twice the longest description, are counted at once: that takes less than a frame even on a slow phone. */
const AT_ONCE_UNITS = 8000;

/** The longest time of one turn of counting: half a frame. */
const TURN_MS = 8;

/** Returns the number of characters as people count them, or null while the limit is far. */
export function useCharacterCount(initial: string, max: number) {
  const latest = useRef(initial);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [count, setCount] = useState(() => (isQuick(initial, max) ? countWhenNear(initial, max) : null));

  useEffect(() => () => clearTimeout(timer.current), []);
  useEffect(() => showCount(latest, max, setCount), [max]);

  function note(text: string) {
    latest.current = text;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => showCount(latest, max, setCount), COUNT_AFTER_MS);
  }

  return { count, note };
}

/** Counts a long paste in turns, between which the page stays responsive. Typing ends the count. */
function showCount(
  latest: { readonly current: string },
  max: number,
  show: (count: number | null) => void,
): void {
  const text = latest.current;
  if (isQuick(text, max)) {
    show(countWhenNear(text, max));
    return;
  }
  let turnEndsAt = performance.now() + TURN_MS;
  void countWithRests(text, async () => {
    if (performance.now() > turnEndsAt) {
      await new Promise((resolve) => setTimeout(resolve));
      turnEndsAt = performance.now() + TURN_MS;
    }
    return latest.current === text;
  }).then((count) => {
    if (count !== null) show(whenNear(count, max));
  });
}

/** There are never more characters than code units, so most texts need no counting. */
function isFar(text: string, max: number): boolean {
  return text.length < max * SHOWN_FROM;
}

function isQuick(text: string, max: number): boolean {
  return isFar(text, max) || text.length <= AT_ONCE_UNITS || countPlain(text.trim()) !== null;
}

function countWhenNear(text: string, max: number): number | null {
  return isFar(text, max) ? null : whenNear(countGraphemes(text), max);
}

function whenNear(count: number, max: number): number | null {
  return count < max * SHOWN_FROM ? null : count;
}
