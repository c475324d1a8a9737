import type { PushSubscription, SignIn, SignInWay } from '../contract/types.ts';
import type { Stage } from '../domain/session-life.ts';

/** A sign-in that awaits its code, kept under the session id of its browser. Times are real ones, in ms: sessions and codes do not follow the world's clock. */
export interface WaitingRow {
  citizenId: string;
  codeExpiresAt: number;
}

/** A session that was opened. Its row outlasts it, since its device may keep words and can be told to erase them. */
export interface OpenedRow {
  citizenId: string;
  /** The id by which the citizen's list names the session; it opens nothing. */
  id: string;
  /** The value of the cookie that only sends; null on a shared device. */
  ticket: string | null;
  stage: Stage;
  way: SignInWay;
  shared: boolean;
  /** The browser and the system. */
  device: string | null;
  begunAt: number;
  seenAt: number;
  erasedAt: number | null;
  /** The sign-in before this one. */
  lastSignIn: SignIn | null;
  /** Absent when the device is not told of news. */
  push?: PushSubscription;
  pushKeptAt?: number;
}

export interface CmdStateRow {
  /** The state works only in the browser that asked for it. */
  sessionId: string;
  issuedAt: number;
}

/** A recovery, kept under the session id of the browser that asked for it. */
export interface RecoveryRow {
  niss: string;
  expiresAt: number;
}
