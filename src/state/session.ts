import { create } from 'zustand';

/** Whose words are on the screen; also known while offline. */
interface SessionCitizen {
  id: string;
  name: string;
  maskedNiss: string;
  holder: 'person' | 'organisation';
  /** *Este dispositivo é partilhado*. */
  shared: boolean;
}

/** Who is here. */
export type SessionStatus =
  /** It has not been found out yet. */
  | 'unknown'
  | 'nobody'
  /** Somebody writes without having signed in. */
  | 'guest'
  /** The device knows a citizen. `isSignedIn`: the server does too. */
  | 'citizen'
  /** The server no longer knows the citizen, but screen and words stay. */
  | 'ended';

export type SessionEvent =
  /** Whom the device has found. */
  | { type: 'nobody' }
  /** `isInTab`: on a shared device, for as long as their tab is open. */
  | { type: 'guest'; isInTab: boolean }
  /** The same one as before, or one after nobody. `guestId`: of whoever wrote here without signing in, and has drafts here still. */
  | { type: 'citizen'; citizen: SessionCitizen; guestId: string | null }
  /** What the server says of the citizen who is here. */
  | { type: 'signedIn' }
  /** So does the idle time that is over. */
  | { type: 'signedOut' };

/**
 * What becomes of whom at what, beside this: whom the device has found is here, whoever was here before; and the server brings nobody whom the
 * device has not found.
 */
const NEXT: Partial<Record<SessionStatus, Partial<Record<SessionEvent['type'], SessionStatus>>>> = {
  citizen: { signedOut: 'ended' },
  ended: { citizen: 'ended', signedIn: 'citizen' },
};

interface Session {
  status: SessionStatus;
  /** Of `citizen` and `ended`. */
  citizen: SessionCitizen | null;
  /** Whose drafts, written without signing in, are on this device beside the citizen's. */
  guestId: string | null;
  /** Of a `guest`. */
  isInTab: boolean;
  /** Of a `citizen`. */
  isSignedIn: boolean;
  /** When the session ends, in milliseconds since the epoch; null unless that is near. */
  endsAt: number | null;
}

const NOBODYS = { citizen: null, guestId: null, isInTab: false };

export const useSession = create<Session>(() => ({
  ...NOBODYS,
  status: 'unknown',
  isSignedIn: false,
  endsAt: null,
}));

/** The only way from one state to another. */
export function tellSession({ type, ...facts }: SessionEvent): void {
  useSession.setState((before) => {
    const isOfServer = type === 'signedIn' || type === 'signedOut';
    const status = NEXT[before.status]?.[type] ?? (isOfServer ? before.status : type);
    const isSignedIn = status === 'citizen' && (type === 'signedIn' || before.isSignedIn);
    return { ...(!isOfServer && NOBODYS), ...facts, status, isSignedIn };
  });
}
