import { create } from 'zustand';

interface NewerBuild {
  /** Has the newer e-Clic take over, as the citizen wishes; every tab is loaded anew when it is idle. Null until one is ready. */
  accept: (() => void) | null;
}

export const useNewerBuild = create<NewerBuild>(() => ({ accept: null }));
