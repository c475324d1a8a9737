import { useEffect, useRef, useState } from 'react';
import type { ListSearch, Searchable } from './list-search.ts';

/** The time after a key or a choice until the address is changed. */
const ADDRESS_AFTER_MS = 400;

/**
 * The search that the list shows: the citizen's while they type and choose, the address's when that changes otherwise, as on going back. The results follow
 * each key at once, and the address a little later, so that typing does not wait for it.
 */
export function useListSearch({ search, onSearch }: Searchable) {
  /** The search with `q` exactly as typed. */
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
    /** Called on **Enter**: nothing more will be typed. */
    submit: () => write(asked),
  };
}

function trimmed({ q = '', ...filters }: ListSearch): ListSearch {
  return q.trim() === '' ? filters : { ...filters, q: q.trim() };
}

/** Returns a key that does not depend on the order of the parts. */
function keyOf(search: ListSearch): string {
  return JSON.stringify(Object.entries(search).sort());
}
