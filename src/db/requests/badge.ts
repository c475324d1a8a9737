import type { CitizenDatabase } from '../core/citizen-database.ts';
import { readCounter } from '../core/counters.ts';
import { isCitizen } from '../core/occupant.ts';

/** The part of `navigator`, in a page or a worker, that shows a number beside the icon of an installed app. */
export interface BadgeKeeper {
  /** Zero takes the number away. */
  setAppBadge?(count: number): Promise<void>;
}

/** Shows how many requests wait for the citizen (*Precisa de si*), and no number where a guest or nobody is here. */
export async function showBadge(db: CitizenDatabase | null, keeper: BadgeKeeper): Promise<void> {
  await keeper.setAppBadge?.(isCitizen(db) ? await readCounter(db, 'needsYou') : 0);
}
