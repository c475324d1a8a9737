import type { MySession } from '../contract/types.ts';

/** The part of a session that decides how long it lives. Instants are real ones, in ms. */
export interface Opened {
  stage: 'signedIn' | 'ended' | 'mustErase' | 'erased';
  shared: boolean;
  begunAt: number;
  seenAt: number;
}

const MINUTE_MS = 60_000;
export const IDLE_MINUTES = { own: 30, shared: 10 } as const;
export const WHOLE_MINUTES = { own: 8 * 60, shared: 60 } as const;

/** The instant at which the session ends unless the citizen does something. */
export function expiryOf(row: Opened): number {
  return Math.min(row.seenAt + IDLE_MINUTES[deviceOf(row)] * MINUTE_MS, endOf(row));
}

/** The instant at which the session ends however often it is extended. */
export function endOf(row: Opened): number {
  return row.begunAt + WHOLE_MINUTES[deviceOf(row)] * MINUTE_MS;
}

/** The state at an instant: a session that has run out has ended, though no row says so. */
export function stateOf(row: Opened, now: number): MySession['state'] {
  if (row.stage !== 'signedIn') return row.stage;
  return expiryOf(row) > now ? 'open' : 'ended';
}

function deviceOf({ shared }: Opened): 'own' | 'shared' {
  return shared ? 'shared' : 'own';
}

/** Whether nobody is signed in by the session and nothing is asked of its device. */
export function hasEnded(row: Opened, now: number): boolean {
  return row.stage !== 'mustErase' && stateOf(row, now) !== 'open';
}

/** How long after its last use a device may be told to erase. */
export const LISTED_MS = 90 * 24 * 60 * MINUTE_MS;
const LISTED_MAX = 50;

/** The sessions that a citizen is shown, the newest use first. Others may be forgotten. */
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
