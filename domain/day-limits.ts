import { problem } from '../contract/problem.ts';
import type { Problem, Service } from '../contract/types.ts';
import { BYTES_PER_MB } from '../shared/format-bytes.ts';
import { addDays, lisbonDate, startOfLisbonDay } from './lisbon-date.ts';

type DayLimit = Extract<NonNullable<Problem['quota']>, `day${string}`>;
/** How much a citizen may send in one day, which begins and ends in Lisbon. */
export type DayLimits = Pick<Service, DayLimit>;

/** A citizen who acts for many people sends tens of requests in a day; a program that has gone astray sends hundreds in a minute. */
export const DEFAULT_DAY_LIMITS: DayLimits = {
  dayRequestsMax: 100,
  dayMessagesMax: 200,
  dayUploadsMaxBytes: 2048 * BYTES_PER_MB,
};

interface Sent {
  requests: number;
  messages: number;
  uploadBytes: number;
}

/** What a citizen has sent on the last day on which they sent anything. */
export interface DayUsage extends Sent {
  day: string;
}

const LIMIT_OF: Record<keyof Sent, DayLimit> = {
  requests: 'dayRequestsMax',
  messages: 'dayMessagesMax',
  uploadBytes: 'dayUploadsMaxBytes',
};
const KINDS = Object.keys(LIMIT_OF) as readonly (keyof Sent)[];

export interface DayFacts {
  /** Null when the citizen has never sent anything. */
  dayUsage: DayUsage | null;
  dayLimits: DayLimits;
}

/** Returns the day's usage with `more` added. Throws `day-limit-reached`. */
export function countToday({ dayUsage, dayLimits }: DayFacts, more: Partial<Sent>, nowMs: number): DayUsage {
  const day = lisbonDate(nowMs);
  const after = dayUsage?.day === day ? { ...dayUsage } : { day, requests: 0, messages: 0, uploadBytes: 0 };
  for (const kind of KINDS) {
    after[kind] += more[kind] ?? 0;
    if (more[kind] && after[kind] > dayLimits[LIMIT_OF[kind]]) throw tomorrow(LIMIT_OF[kind], day, nowMs);
  }
  return after;
}

function tomorrow(quota: DayLimit, day: string, nowMs: number): Response {
  const retryAt = startOfLisbonDay(addDays(day, 1));
  const seconds = Math.ceil((Date.parse(retryAt) - nowMs) / 1000);
  return problem('day-limit-reached', { quota, retryAt }, { 'Retry-After': String(seconds) });
}
