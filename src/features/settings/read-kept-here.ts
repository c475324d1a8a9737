import type { CitizenDatabase } from '../../db/core/citizen-database.ts';
import { readCounter } from '../../db/core/counters.ts';
import { listOpenDrafts } from '../../db/drafts/drafts.ts';
import { countWaiting } from '../../db/outbox/outbox.ts';

export interface KeptHere {
  drafts: number;
  waiting: number;
  requests: number;
}

export async function readKeptHere(db: CitizenDatabase): Promise<KeptHere> {
  const [drafts, waiting, ...requests] = await Promise.all([
    listOpenDrafts(db),
    countWaiting(db),
    readCounter(db, 'needsYou'),
    readCounter(db, 'inProgress'),
    readCounter(db, 'finished'),
  ]);
  return {
    drafts: drafts.length,
    waiting,
    requests: requests.reduce((total, count) => total + count, 0),
  };
}
