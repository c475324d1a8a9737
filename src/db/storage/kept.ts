import type { CitizenDatabase } from '../core/citizen-database.ts';
import { readCounter } from '../core/counters.ts';
import type { DraftRow } from '../core/schema.ts';
import { isInAccount } from '../drafts/account-work.ts';
import { listOpenDrafts } from '../drafts/drafts.ts';
import { countWaiting } from '../outbox/outbox.ts';

/** What this device would forget with the citizen. */
export interface Kept {
  /** The account has them too. */
  inAccount: DraftRow[];
  onlyHere: DraftRow[];
  waiting: number;
  requests: number;
  /** *Sair e manter neste dispositivo* was chosen before. */
  wasKept: boolean;
}

const WAS_KEPT_KEY = 'keptAtSignOut';

export async function readKept(db: CitizenDatabase): Promise<Kept> {
  const [drafts, typed, waiting, wasKept, ...requests] = await Promise.all([
    listOpenDrafts(db),
    db.pendingText.toCollection().primaryKeys(),
    countWaiting(db),
    db.metadata.get(WAS_KEPT_KEY),
    readCounter(db, 'needsYou'),
    readCounter(db, 'inProgress'),
    readCounter(db, 'finished'),
  ]);
  const isWhole = (draft: DraftRow) => isInAccount(draft) && !typed.includes(draft.id);
  return {
    inAccount: drafts.filter(isWhole),
    onlyHere: drafts.filter((draft) => !isWhole(draft)),
    waiting,
    requests: requests.reduce((total, count) => total + count, 0),
    wasKept: wasKept !== undefined,
  };
}

export async function noteKept(db: CitizenDatabase): Promise<void> {
  await db.metadata.put({ key: WAS_KEPT_KEY, value: true });
}
