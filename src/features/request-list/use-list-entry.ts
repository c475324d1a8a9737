import { type HistoryState, useLocation } from '@tanstack/react-router';
import { useState } from 'react';

/** What the history holds of the entry that the list is shown for: its own still, while another page is on its way. */
export function useListEntry(): HistoryState & { __TSR_key?: string } {
  const location = useLocation();
  const [own, setOwn] = useState(location);
  if (location === own || location.pathname !== own.pathname) return own.state;
  setOwn(location);
  return location.state;
}
