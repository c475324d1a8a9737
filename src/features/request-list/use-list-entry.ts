import { type HistoryState, type ParsedLocation, useLocation } from '@tanstack/react-router';
import { useRef } from 'react';

/**
 * Returns the state of the history entry for which the list is shown. While another page is opening this stays the list's own entry, so that the press does not
 * redraw the list.
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
