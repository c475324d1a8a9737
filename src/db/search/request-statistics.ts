import type { Labelled } from '../../../contract/types.ts';
import { lisbonDate } from '../../../domain/lisbon-date.ts';
import { type ListGroup, listGroupOf } from '../../../domain/request-state.ts';
import { type Calendar, workingDaysUntil } from '../../../domain/working-days.ts';
import type { SearchEntry } from './search-entry.ts';

/** The counts of one life event or one kind. */
export interface StatisticsLine extends Labelled {
  counts: Record<ListGroup, number>;
  total: number;
}

export interface RequestStatistics {
  needsYou: number;
  inProgress: number;
  answeredThisYear: number;
  /** The median of working days until the answer, over the requests answered this year; null when there is none. */
  medianWorkingDays: number | null;
  /** The largest total first. */
  byTopic: StatisticsLine[];
  byKind: StatisticsLine[];
  total: number;
}

export function countStatistics(
  entries: readonly SearchEntry[],
  { today, extraHolidays }: Calendar,
): RequestStatistics {
  const year = today.slice(0, 4);
  const byTopic = new Map<string, StatisticsLine>();
  const byKind = new Map<string, StatisticsLine>();
  const waits: number[] = [];
  const inGroup: Record<ListGroup, number> = { needsYou: 0, inProgress: 0, finished: 0 };
  for (const entry of entries) {
    const group = listGroupOf(entry.request, today);
    inGroup[group] += 1;
    countIn(byTopic, entry.lifeEvent, group);
    countIn(byKind, { id: entry.kind, label: '' }, group);
    const answeredOn = entry.answeredAt === null ? null : lisbonDate(entry.answeredAt);
    if (answeredOn?.startsWith(year)) {
      waits.push(workingDaysUntil(entry.receivedOn, answeredOn, extraHolidays));
    }
  }
  return {
    needsYou: inGroup.needsYou,
    inProgress: inGroup.inProgress,
    answeredThisYear: waits.length,
    medianWorkingDays: medianOf(waits),
    byTopic: mostFirst(byTopic),
    byKind: mostFirst(byKind),
    total: entries.length,
  };
}

function countIn(lines: Map<string, StatisticsLine>, { id, label }: Labelled, group: ListGroup): void {
  const line = lines.get(id) ?? { id, label, counts: { needsYou: 0, inProgress: 0, finished: 0 }, total: 0 };
  line.counts[group] += 1;
  line.total += 1;
  lines.set(id, line);
}

function mostFirst(lines: Map<string, StatisticsLine>): StatisticsLine[] {
  return [...lines.values()].sort((a, b) => b.total - a.total);
}

/** Returns the median; of an even count, the mean of the two numbers in the middle. */
function medianOf(numbers: readonly number[]): number | null {
  const sorted = [...numbers].sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.floor((sorted.length - 1) / 2)];
  return upper === undefined || lower === undefined ? null : (lower + upper) / 2;
}
