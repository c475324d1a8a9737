import type { MySession } from '../contract/types.ts';

/** As far as its life goes. Times are real ones, in ms. */
export interface Opened {
  stage: 'signedIn' | 'ended' | 'mustErase' | 'erased';
  shared: boolean;
  begunAt: number;
  seenAt: number;
}

const MINUTE_MS = 60_000;
export const IDLE_MINUTES = { own: 30, shared: 10 } as const;
export const WHOLE_MINUTES = { own: 8 * 60, shared: 60 } as const;

/** Unless the citizen does something. */
export function expiryOf(row: Opened): number {
  return Math.min(row.seenAt + IDLE_MINUTES[deviceOf(row)] * MINUTE_MS, endOf(row));
}

/** However often it is extended. */
export function endOf(row: Opened): number {
  return row.begunAt + WHOLE_MINUTES[deviceOf(row)] * MINUTE_MS;
}

/** What has run out has ended, though nobody was there to write it down. */
export function stateOf(row: Opened, now: number): MySession['state'] {
  if (row.stage !== 'signedIn') return row.stage;
  return expiryOf(row) > now ? 'open' : 'ended';
}

function deviceOf({ shared }: Opened): 'own' | 'shared' {
  return shared ? 'shared' : 'own';
}

/** Nobody is signed in by it, and nothing is asked of its device. */
export function hasEnded(row: Opened, now: number): boolean {
  return row.stage !== 'mustErase' && stateOf(row, now) !== 'open';
}

/** So long a device may still be told to erase. */
export const LISTED_MS = 90 * 24 * 60 * MINUTE_MS;
const LISTED_MAX = 50;

/** What a citizen is shown of their sessions, the newest use first. What is not in it may be forgotten. */
export function listedSessions<T extends Opened>(all: readonly T[], now: number): T[] {
  return all
    .filter((one) => one.seenAt + LISTED_MS > now && mayKeepWords(one, now))
    .sort((one, other) => other.seenAt - one.seenAt)
    .slice(0, LISTED_MAX);
}

/** A shared device erases by itself at the end. */
function mayKeepWords(one: Opened, now: number): boolean {
  return !one.shared || stateOf(one, now) !== 'ended';
}
