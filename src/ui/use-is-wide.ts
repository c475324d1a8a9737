import { useCallback, useSyncExternalStore } from 'react';

/** Widths from which something has another place; in rem, since text may be larger. */
const QUERIES = {
  /** There is room beside the thread. */
  '64rem': '(min-width: 64rem)',
  /** There is room beside a form. */
  '80rem': '(min-width: 80rem)',
} as const;

/** Whether the window is at least so wide; `instead` where there is no window. */
export function useIsWide(width: keyof typeof QUERIES, instead: boolean): boolean {
  const query = QUERIES[width];
  const watch = useCallback(
    (onChange: () => void) => {
      const list = globalThis.matchMedia?.(query);
      list?.addEventListener('change', onChange);
      return () => list?.removeEventListener('change', onChange);
    },
    [query],
  );
  return useSyncExternalStore(
    watch,
    () => globalThis.matchMedia?.(query).matches ?? instead,
    () => instead,
  );
}
