import { type HistoryState, type ParsedLocation, useLocation } from '@tanstack/react-router';
import { useRef } from 'react';

/**
 * What the history holds of the entry that the list is shown for. While another page is on its way it is its own still, so that a list that
 * is about to go is not drawn once more at the very moment of the press.
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
