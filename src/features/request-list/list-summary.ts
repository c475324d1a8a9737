import type { CitizenDatabase } from '../../db/core/citizen-database.ts';
import { readCounter } from '../../db/core/counters.ts';
import { readLimits, readSyncState } from '../../db/core/metadata.ts';
import { listOpenDrafts } from '../../db/drafts/drafts.ts';
import { listWaitingRequests } from '../../db/outbox/outbox.ts';
import { listStretch } from '../../db/search/group-stretch.ts';
import type { ListGroup } from '../../domain/request-state.ts';
import { CARDS_IN_VIEW } from './request-card.tsx';

export type ListSummary = Awaited<ReturnType<typeof readListSummary>>;

/** What the list shows besides the requests themselves, which each group reads for itself. */
export async function readListSummary(db: CitizenDatabase) {
  const [waiting, drafts, needsYou, inProgress, finished, unread, sync, limits] = await Promise.all([
    listWaitingRequests(db),
    listOpenDrafts(db),
    readCounter(db, 'needsYou'),
    readCounter(db, 'inProgress'),
    readCounter(db, 'finished'),
    readCounter(db, 'unread'),
    readSyncState(db),
    readLimits(db),
  ]);
  const counts = { needsYou, inProgress, finished, unread };
  const { lastSuccessAt, clockOffsetMs } = sync;
  const { extraHolidays } = limits;
  return { waiting, drafts, ...counts, lastSuccessAt, clockOffsetMs, extraHolidays };
}

export function isEmpty(summary: ListSummary): boolean {
  const { waiting, drafts, needsYou, inProgress, finished } = summary;
  return waiting.length + drafts.length + needsYou + inProgress + finished === 0;
}

/** What the list begins with; `citizenId` tells whose it is: nobody else is shown it. */
export type InitialList = Awaited<ReturnType<typeof readInitialList>>;
export type InitialCards = InitialList['cards'];

/** Reads at one go what a screen holds of the list, so that it is painted at one go. */
export function readInitialList(db: CitizenDatabase) {
  const tables = [db.outbox, db.drafts, db.attachments, db.counters, db.metadata, db.requests];
  return db.transaction('r', tables, async () => {
    const cardsOf = (group: ListGroup) => listStretch(db, group, { after: null, until: null }, CARDS_IN_VIEW);
    const [summary, needsYou, inProgress, finished] = await Promise.all([
      readListSummary(db),
      cardsOf('needsYou'),
      cardsOf('inProgress'),
      cardsOf('finished'),
    ]);
    return { citizenId: db.citizenId, summary, cards: { needsYou, inProgress, finished } };
  });
}
