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

/** `unknown`: the server has not been reached yet. `ended`: the server no longer knows the citizen, but screen and words stay. */
export type SessionStatus = 'unknown' | 'signedOut' | 'signedIn' | 'ended';

interface SessionState {
  status: SessionStatus;
  citizen: SessionCitizen | null;
  /** When the session ends, in milliseconds since the epoch; null unless that is near. */
  endsAt: number | null;
  /** Whose drafts, written without signing in, are on this device beside the citizen's. */
  guestId: string | null;
}

export const useSession = create<SessionState>(() => ({
  status: 'unknown',
  citizen: null,
  endsAt: null,
  guestId: null,
}));

export function setSession(session: Pick<SessionState, 'status' | 'citizen'>): void {
  useSession.setState(session);
}

export function setSessionStatus(status: SessionStatus): void {
  useSession.setState({ status });
}

export function setSessionEnd(endsAt: number | null): void {
  if (useSession.getState().endsAt !== endsAt) useSession.setState({ endsAt });
}
