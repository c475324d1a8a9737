import type { MySession } from '../src/contract/types.ts';
import type { OpenedRow } from './tables.ts';

const MINUTE_MS = 60_000;
export const IDLE_MINUTES = { own: 30, shared: 10 } as const;
export const WHOLE_MINUTES = { own: 8 * 60, shared: 60 } as const;

/** Unless the citizen does something. */
export function expiryOf(row: OpenedRow): number {
  return Math.min(row.seenAt + IDLE_MINUTES[deviceOf(row)] * MINUTE_MS, endOf(row));
}

/** However often it is extended. */
export function endOf(row: OpenedRow): number {
  return row.begunAt + WHOLE_MINUTES[deviceOf(row)] * MINUTE_MS;
}

/** What has run out has ended, though nobody was there to write it down. */
export function stateOf(row: OpenedRow, now: number): MySession['state'] {
  if (row.stage !== 'signedIn') return row.stage;
  return expiryOf(row) > now ? 'open' : 'ended';
}

function deviceOf({ shared }: OpenedRow): 'own' | 'shared' {
  return shared ? 'shared' : 'own';
}

/** Nobody is signed in by it, and nothing is asked of its device. */
export function hasEnded(row: OpenedRow, now: number): boolean {
  return row.stage !== 'mustErase' && stateOf(row, now) !== 'open';
}
