import { create } from 'zustand';

/** The citizen whose words are on the screen; also known while offline. */
interface SessionCitizen {
  id: string;
  name: string;
  maskedNiss: string;
  holder: 'person' | 'organisation';
}

/** Who uses e-Clic on this device. */
export type SessionStatus =
  /** It is not known yet who is here. */
  | 'unknown'
  | 'nobody'
  /** A guest writes without having signed in. */
  | 'guest'
  /** The device knows a citizen. `isSignedIn`: the server does too. */
  | 'citizen'
  /** The server no longer knows the citizen, but screen and words stay. */
  | 'ended';

export type SessionEvent =
  /** The first three events say whom the device has found. */
  | { type: 'nobody' }
  | { type: 'guest'; isShared: boolean }
  /** The same citizen as before, or one after nobody. `guestId`: a guest who wrote here without signing in, and still has drafts here. */
  | { type: 'citizen'; citizen: SessionCitizen; isShared: boolean; guestId: string | null }
  /** The last two events are what the server says of the citizen who is here. */
  | { type: 'signedIn' }
  /** The end of the idle time brings this event as well. */
  | { type: 'signedOut' };

/**
 * The exceptions from a rule. By the rule, an event of the device sets the state of its own name, whoever was here before, and an event of the
 * server changes no state: it brings nobody whom the device has not found.
 */
const NEXT: Partial<Record<SessionStatus, Partial<Record<SessionEvent['type'], SessionStatus>>>> = {
  citizen: { signedOut: 'ended' },
  ended: { citizen: 'ended', signedIn: 'citizen' },
};

interface Session {
  status: SessionStatus;
  /** Set in the states `citizen` and `ended`. */
  citizen: SessionCitizen | null;
  /** The guest whose drafts, written without signing in, are on this device beside the citizen's. */
  guestId: string | null;
  /** Whether who is here has ticked *Este dispositivo é partilhado*. Such a guest stays only for as long as their tab is open. */
  isShared: boolean;
  /** Whether the server knows the `citizen`, too. */
  isSignedIn: boolean;
  /** When the session ends, in milliseconds since the epoch; null unless that is near. */
  endsAt: number | null;
}

const NOBODYS = { citizen: null, isShared: false, guestId: null };

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
