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
  /** Nothing is known any more of whoever was here; somebody else, or nobody, is found next. */
  | { type: 'left' }
  /** What the device says. */
  | { type: 'nobodyFound' }
  /** `isInTab`: on a shared device, for as long as their tab is open. */
  | { type: 'guestFound'; isInTab: boolean }
  /** The same one as before, unless somebody has left. `hasGuest`: drafts of one who had not signed in are here too. */
  | { type: 'citizenFound'; citizen: SessionCitizen; hasGuest: boolean }
  /** What the server says. */
  | { type: 'signedIn' }
  /** What the server says, or the idle time that is over. */
  | { type: 'signedOut' };

type Next = Partial<Record<SessionEvent['type'], SessionStatus>>;

/** Whoever was here before. */
const FOUND: Next = { left: 'unknown', nobodyFound: 'nobody', guestFound: 'guest', citizenFound: 'citizen' };

/** What stands in neither changes nothing: the server brings nobody whom the device has not found. */
const NEXT: Partial<Record<SessionStatus, Next>> = {
  citizen: { signedOut: 'ended' },
  ended: { signedIn: 'citizen', citizenFound: 'ended' },
};

interface Session {
  status: SessionStatus;
  /** Of `citizen` and `ended`. */
  citizen: SessionCitizen | null;
  hasGuest: boolean;
  /** Of a `guest`. */
  isInTab: boolean;
  /** Of a `citizen`. */
  isSignedIn: boolean;
  /** When the session ends unless the citizen says otherwise, once that is near; in milliseconds. */
  endsAt: number | null;
}

const NOBODYS = { citizen: null, hasGuest: false, isInTab: false };

export const useSession = create<Session>(() => ({
  ...NOBODYS,
  status: 'unknown',
  isSignedIn: false,
  endsAt: null,
}));

/** The only way from one state to another. */
export function tellSession({ type, ...facts }: SessionEvent): void {
  useSession.setState((before) => {
    const status = NEXT[before.status]?.[type] ?? FOUND[type] ?? before.status;
    const isSignedIn = status === 'citizen' && (type === 'signedIn' || before.isSignedIn);
    return { ...(type in FOUND && NOBODYS), ...facts, status, isSignedIn };
  });
}
