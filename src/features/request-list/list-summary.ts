import { INBOX_GROUPS, type InboxGroup } from '../../../domain/request-state.ts';
import type { CitizenDatabase } from '../../db/core/citizen-database.ts';
import { readCounter } from '../../db/core/counters.ts';
import { readMetadata, readSyncState } from '../../db/core/metadata.ts';
import { listOpenDrafts } from '../../db/drafts/drafts.ts';
import { listWaitingRequests } from '../../db/outbox/outbox.ts';
import { listGroupRange } from '../../db/search/group-range.ts';
import { PAGE_SIZE } from './card-group.tsx';
import { findPosition } from './list-position.tsx';
import { CARDS_IN_VIEW } from './request-card.tsx';

async function byGroup<T>(read: (group: InboxGroup) => Promise<T>): Promise<Record<InboxGroup, T>> {
  const each = INBOX_GROUPS.map(async (group) => [group, await read(group)] as const);
  // `fromEntries` loses the type of the keys.
  return Object.fromEntries(await Promise.all(each)) as Record<InboxGroup, T>;
}

export type ListSummary = Awaited<ReturnType<typeof readSummary>>;

/** Reads the counts, the drafts and the waiting requests of the list. */
async function readSummary(db: CitizenDatabase) {
  const [waiting, drafts, counts, sync, limits] = await Promise.all([
    listWaitingRequests(db),
    listOpenDrafts(db),
    byGroup((group) => readCounter(db, group)),
    readSyncState(db),
    readMetadata(db, 'limits'),
  ]);
  const { lastSuccessAt, clockOffsetMs } = sync;
  const { extraHolidays = [] } = limits ?? {};
  return { waiting, drafts, counts, lastSuccessAt, clockOffsetMs, extraHolidays };
}

/** Counts the requests that the server has. */
export function countReceived({ counts }: ListSummary): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

/** Whether the citizen has no drafts and no requests. False before the server's first answer, when that is not known. */
export function isNew(summary: ListSummary): boolean {
  const { waiting, drafts, lastSuccessAt } = summary;
  return lastSuccessAt !== null && waiting.length + drafts.length + countReceived(summary) === 0;
}

/** What was read for the list. `citizenId` is its owner: it is shown to nobody else. */
export type ReadList = Awaited<ReturnType<typeof readList>>;
export type InitialCards = ReadList['cards'];

/** Reads the list in one transaction, so that it is painted as a whole: one screen of it, or all cards that the history entry had shown. */
export function readList(db: CitizenDatabase, entry?: string) {
  const position = findPosition(entry);
  return db.transaction('r', db.tables, async () => {
    const limitOf = (group: InboxGroup) => (position ? (position.shown[group] ?? PAGE_SIZE) : CARDS_IN_VIEW);
    const [summary, cards] = await Promise.all([
      readSummary(db),
      byGroup((group) => listGroupRange(db, group, { after: null, until: null }, limitOf(group))),
    ]);
    return { citizenId: db.citizenId, summary, cards, comesBack: position !== undefined };
  });
}
