import { INBOX_GROUPS } from '../../../domain/request-state.ts';
import type { CitizenDatabase } from '../core/citizen-database.ts';
import { readCounter } from '../core/counters.ts';
import { readMetadata } from '../core/metadata.ts';
import type { DraftRow } from '../core/schema.ts';
import { isInAccount, listToRemove } from '../drafts/account-work.ts';
import { listOpenDrafts } from '../drafts/drafts.ts';
import { listOnlyHere } from '../drafts/only-here.ts';
import { countWaiting } from '../outbox/outbox.ts';
import { countRatingDrafts } from '../outbox/rating-draft.ts';

/** The data that this device would forget with the citizen. */
export interface LocalData {
  /** Drafts that the account has too. */
  inAccount: DraftRow[];
  onlyHere: DraftRow[];
  /** Drafts that were deleted here and that the account still has. */
  deletions: number;
  /** What waits to be sent, and ratings that are being written. */
  waiting: number;
  requests: number;
  /** Whether *Sair e manter neste dispositivo* was chosen before. */
  wasKept: boolean;
}

export async function readLocalData(db: CitizenDatabase): Promise<LocalData> {
  const [drafts, isOnlyHere, deleted, waiting, ratings, wasKept, ...requests] = await Promise.all([
    listOpenDrafts(db),
    listOnlyHere(db),
    listToRemove(db),
    countWaiting(db),
    countRatingDrafts(db),
    readMetadata(db, 'keptAtSignOut'),
    ...INBOX_GROUPS.map((group) => readCounter(db, group)),
  ]);
  const isWhole = (draft: DraftRow) => isInAccount(draft) && !isOnlyHere.has(draft.id);
  return {
    inAccount: drafts.filter(isWhole),
    onlyHere: drafts.filter((draft) => !isWhole(draft)),
    deletions: deleted.length,
    waiting: waiting + ratings,
    requests: requests.reduce((total, count) => total + count, 0),
    wasKept,
  };
}
