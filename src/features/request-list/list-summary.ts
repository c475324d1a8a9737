import type { CitizenDatabase } from '../../db/core/citizen-database.ts';
import { readCounter } from '../../db/core/counters.ts';
import { readLimits, readSyncState } from '../../db/core/metadata.ts';
import type { DraftRow, OutboxRow, RequestRow, SubmitRequestCommand } from '../../db/core/schema.ts';
import { listOpenDrafts } from '../../db/drafts/drafts.ts';
import { listWaitingRequests } from '../../db/outbox/outbox.ts';
import { listStretch } from '../../db/search/group-stretch.ts';
import type { ListGroup } from '../../domain/request-state.ts';
import { CARDS_IN_VIEW } from './request-card.tsx';

export interface ListSummary {
  waiting: OutboxRow<SubmitRequestCommand>[];
  drafts: DraftRow[];
  needsYou: number;
  inProgress: number;
  finished: number;
  /** Requests in which something was said that the citizen has not seen. */
  unread: number;
  /** By the device's clock; null when nothing was ever fetched. */
  lastSuccessAt: string | null;
  clockOffsetMs: number;
  extraHolidays: readonly string[];
}

/** What the list shows besides the requests themselves, which each group reads for itself. */
export async function readListSummary(db: CitizenDatabase): Promise<ListSummary> {
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
  const { lastSuccessAt, clockOffsetMs } = sync;
  const { extraHolidays } = limits;
  return {
    waiting,
    drafts,
    needsYou,
    inProgress,
    finished,
    unread,
    lastSuccessAt,
    clockOffsetMs,
    extraHolidays,
  };
}

export function isEmpty(summary: ListSummary): boolean {
  const { waiting, drafts, needsYou, inProgress, finished } = summary;
  return waiting.length + drafts.length + needsYou + inProgress + finished === 0;
}

export type InitialCards = Record<ListGroup, RequestRow[]>;

/** What the list begins with. */
export interface InitialList {
  /** Whose it is: nobody else is shown it. */
  citizenId: string;
  summary: ListSummary;
  cards: InitialCards;
}

/** Reads at one go what a screen holds of the list, so that it is painted at one go. */
export function readInitialList(db: CitizenDatabase): Promise<InitialList> {
  const tables = [db.outbox, db.drafts, db.attachments, db.counters, db.facts, db.requests];
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
