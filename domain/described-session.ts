import type { MySession, SignedInSession } from '../contract/types.ts';
import { endOf, expiryOf, IDLE_MINUTES, type Opened, stateOf, WHOLE_MINUTES } from './session-life.ts';

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
