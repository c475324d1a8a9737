import { useEffect, useRef, useState } from 'react';
import type { ListSearch, Searchable } from './list-search.ts';

/** How long after a key or a choice the address follows. */
const ADDRESS_AFTER_MS = 400;

/**
 * The search that the list shows: the citizen's while they type and choose, the address's when it changes by itself, as with *Back*. The
 * results follow each key at once, and the address a little later, so that nobody waits for the change of address.
 */
export function useListSearch({ search, onSearch }: Searchable) {
  /** `q` as typed. */
  const [asked, setAsked] = useState(search);
  const written = useRef(search);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  useEffect(() => {
    if (keyOf(search) === keyOf(written.current)) return;
    clearTimeout(timer.current);
    written.current = search;
    setAsked(search);
  }, [search]);

  useEffect(() => () => clearTimeout(timer.current), []);

  function write(next: ListSearch): void {
    clearTimeout(timer.current);
    const before = written.current;
    const after = trimmed(next);
    if (keyOf(after) === keyOf(before)) return;
    written.current = after;
    const hasSameFilters = keyOf({ ...after, q: '' }) === keyOf({ ...before, q: '' });
    onSearch(after, hasSameFilters && before.q !== undefined && after.q !== undefined);
  }

  return {
    asked,
    ask(next: ListSearch): void {
      setAsked(next);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => write(next), ADDRESS_AFTER_MS);
    },
    /** Called at *Enter*: nothing more will be typed. */
    submit: () => write(asked),
  };
}

function trimmed({ q = '', ...filters }: ListSearch): ListSearch {
  return q.trim() === '' ? filters : { ...filters, q: q.trim() };
}

/** A key that does not depend on the order of the parts. */
function keyOf(search: ListSearch): string {
  return JSON.stringify(Object.entries(search).sort());
}
