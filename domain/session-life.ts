import type { MySession, SignedInSession } from '../contract/types.ts';

/** `idle`: the page has ended the session because nobody used it. `ended`: a person has ended it. */
export type Stage = 'signedIn' | 'idle' | 'ended' | 'mustErase' | 'erased';

/** The stages of a session that no person has ended: while its time lasts, the session or its ticket still gives access. */
export const UNENDED: readonly Stage[] = ['signedIn', 'idle'];

/** The stages from which each stage can be reached. */
export const COMES_FROM: Record<Exclude<Stage, 'signedIn'>, readonly Stage[]> = {
  idle: ['signedIn'],
  ended: UNENDED,
  mustErase: [...UNENDED, 'ended'],
  erased: ['mustErase'],
};

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

/** Returns the instant at which the session ends unless the citizen does something. */
function expiryOf(row: Opened): number {
  return Math.min(row.seenAt + IDLE_MINUTES[deviceOf(row)] * MINUTE_MS, endOf(row));
}

/** Returns the instant at which the session ends however often it is extended. */
function endOf(row: Opened): number {
  return row.begunAt + WHOLE_MINUTES[deviceOf(row)] * MINUTE_MS;
}

/** Returns the state at an instant: a session that has run out has ended, though no row says so. */
function stateOf(row: Opened, now: number): MySession['state'] {
  if (row.stage === 'idle') return 'ended';
  if (row.stage !== 'signedIn') return row.stage;
  return expiryOf(row) > now ? 'open' : 'ended';
}

function deviceOf({ shared }: Opened): 'own' | 'shared' {
  return shared ? 'shared' : 'own';
}

/** Whether the session signs nobody in and its device need not erase anything. */
export function hasEnded(row: Opened, now: number): boolean {
  return row.stage !== 'mustErase' && stateOf(row, now) !== 'open';
}

const TICKET_HOURS = 72;

/** The time for which a browser keeps a ticket: its 72 hours count from the session's last use, which may be as late as the session's end. */
export const TICKET_LASTS_S = TICKET_HOURS * 60 * 60 + WHOLE_MINUTES.own * 60;

/** Whether the session's ticket may still send what the citizen submitted: only on a device of the citizen's own, and until somebody ends the session. */
export function canSend({ stage, shared, seenAt }: Opened, now: number): boolean {
  return UNENDED.includes(stage) && !shared && seenAt + TICKET_HOURS * 60 * MINUTE_MS > now;
}

/** The time after its last use, in ms, for which a session is listed and its device may be told to erase. */
export const LISTED_MS = 90 * 24 * 60 * MINUTE_MS;
const LISTED_MAX = 50;

/** Returns the sessions that the citizen is shown, the latest use first. A server may delete the others. */
export function listedSessions<T extends Opened>(all: readonly T[], now: number): T[] {
  return all
    .filter((one) => one.seenAt + LISTED_MS > now && mayKeepWords(one, now))
    .sort((one, other) => other.seenAt - one.seenAt)
    .slice(0, LISTED_MAX);
}

/** A shared device erases by itself at the session's end, so it needs no order to erase. */
function mayKeepWords(one: Opened, now: number): boolean {
  return !one.shared || stateOf(one, now) !== 'ended';
}

/** A session as a server keeps it. */
interface Kept extends Opened, Pick<MySession, 'id' | 'way' | 'device'>, Pick<SignedInSession, 'lastSignIn'> {
  erasedAt: number | null;
}

/** Describes the open session to the page of the citizen who is signed in. */
export function describeOpened(
  row: Kept,
  holder: Pick<SignedInSession, 'citizen' | 'representations' | 'contact' | 'canChangePassword'>,
): SignedInSession {
  return {
    status: 'signedIn',
    ...holder,
    lastSignIn: row.lastSignIn,
    shared: row.shared,
    idleMinutes: IDLE_MINUTES,
    wholeMinutes: WHOLE_MINUTES,
    expiresAt: new Date(expiryOf(row)).toISOString(),
    endsAt: new Date(endOf(row)).toISOString(),
  };
}

/** Describes a session for the list of the citizen's sessions. */
export function describeListed(row: Kept, isCurrent: boolean, now: number): MySession {
  const { id, way, shared, device, begunAt, seenAt, erasedAt } = row;
  return {
    id,
    state: stateOf(row, now),
    isCurrent,
    way,
    shared,
    device,
    begunAt: new Date(begunAt).toISOString(),
    lastUsedAt: new Date(seenAt).toISOString(),
    erasedAt: erasedAt === null ? null : new Date(erasedAt).toISOString(),
  };
}
