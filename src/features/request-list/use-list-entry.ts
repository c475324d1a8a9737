import { type HistoryState, type ParsedLocation, useLocation } from '@tanstack/react-router';
import { useRef } from 'react';

/**
 * The state of the history entry that the list is shown for. While another page is opening it stays the list's own, so that the list is not
 * drawn once more at the press.
 */
export function useListEntry(): HistoryState & { __TSR_key?: string } {
  const own = useRef<ParsedLocation>(null);
  return useLocation({
    select(location) {
      if (!own.current || location.pathname === own.current.pathname) own.current = location;
      return own.current.state;
    },
  });
}
