import { type HistoryState, type ParsedLocation, useLocation } from '@tanstack/react-router';
import { useRef } from 'react';

/**
 * Returns the state of the history entry for which the page is shown. While another page is opening this stays the page's own entry, so that the press redraws
 * nothing.
 */
export function useOwnEntry(): HistoryState & { __TSR_key?: string } {
  const own = useRef<ParsedLocation>(null);
  return useLocation({
    select(location) {
      if (!own.current || location.pathname === own.current.pathname) own.current = location;
      return own.current.state;
    },
  });
}
