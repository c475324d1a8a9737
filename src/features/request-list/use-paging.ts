import { useState } from 'react';

export const PAGE_SIZE = 50;

/** So many at a time, and so many more with each press on *Mostrar mais*. */
export function usePaging() {
  const [limit, setLimit] = useState(PAGE_SIZE);
  return { limit, showMore: () => setLimit(limit + PAGE_SIZE) };
}
