import type { CitizenDatabase } from '../../db/core/citizen-database.ts';
import { readCounter } from '../../db/core/counters.ts';
import { readLimits, readSyncState } from '../../db/core/metadata.ts';
import type { DraftRow, OutboxRow, SubmitRequestCommand } from '../../db/core/schema.ts';
import { listOpenDrafts } from '../../db/drafts/drafts.ts';
import { listWaitingRequests } from '../../db/outbox/outbox.ts';

export interface Overview {
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
export async function readOverview(db: CitizenDatabase): Promise<Overview> {
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

export function isEmpty(overview: Overview): boolean {
  const { waiting, drafts, needsYou, inProgress, finished } = overview;
  return waiting.length + drafts.length + needsYou + inProgress + finished === 0;
}
