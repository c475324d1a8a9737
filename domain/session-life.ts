import type { MySession } from '../contract/types.ts';

/** `idle`: nobody was there any more, as the page has said. `ended`: somebody has ended it. */
export type Stage = 'signedIn' | 'idle' | 'ended' | 'mustErase' | 'erased';

/** The stages of a session that nobody has ended: while its time lasts it opens something, or its ticket does. */
export const UNENDED: readonly Stage[] = ['signedIn', 'idle'];

/** The part of a session that decides how long it lives. Instants are real ones, in ms. */
export interface Opened {
  stage: Stage;
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
  if (row.stage === 'idle') return 'ended';
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

const TICKET_HOURS = 72;

/** How long a browser keeps a ticket: a session that was begun with it may be used until its own end. */
export const TICKET_LASTS_S = TICKET_HOURS * 60 * 60 + WHOLE_MINUTES.own * 60;

/** Whether what was submitted may still be sent by the session's ticket: on a device of one's own, until somebody ends the session. */
export function canSend({ stage, shared, seenAt }: Opened, now: number): boolean {
  return UNENDED.includes(stage) && !shared && seenAt + TICKET_HOURS * 60 * MINUTE_MS > now;
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
