import { create } from 'zustand';

export interface MissedPage {
  href: string;
  tryAgain: () => void;
}

/** The page that was asked for last and did not come; the one before it still stands there. */
export const useMissedPage = create<{ missed: MissedPage | null }>(() => ({ missed: null }));
