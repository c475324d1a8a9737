import type { CitizenDatabase } from '../core/citizen-database.ts';
import { readCounter } from '../core/counters.ts';
import { isCitizen } from '../core/occupant.ts';

/** Where an installed app shows a number beside its icon: `navigator`, of a page or of a worker. */
export interface BadgeKeeper {
  /** Zero takes the number away. */
  setAppBadge?(count: number): Promise<void>;
}

/** Shows how many requests wait for the citizen (*Precisa de si*); none for a guest and for nobody. */
export async function showBadge(db: CitizenDatabase | null, keeper: BadgeKeeper): Promise<void> {
  await keeper.setAppBadge?.(isCitizen(db) ? await readCounter(db, 'needsYou') : 0);
}
