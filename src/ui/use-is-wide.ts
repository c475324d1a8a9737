import { useCallback, useSyncExternalStore } from 'react';

/** The widths from which a layout changes; in rem, since text may be larger. */
const QUERIES = {
  /** There is room beside the thread. */
  '64rem': '(min-width: 64rem)',
  /** There is room beside a form. */
  '80rem': '(min-width: 80rem)',
} as const;

/** Whether the window has at least this width. Where there is no window, `instead` is returned. */
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
