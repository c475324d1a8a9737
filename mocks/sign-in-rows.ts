import type { PushSubscription, SignIn, SignInWay } from '../contract/types.ts';
import type { Stage } from '../domain/session-life.ts';

/** Times are real ones, in ms: sessions and codes do not follow the world's clock. */
export interface WaitingRow {
  citizenId: string;
  stage: 'codeRequired';
  codeExpiresAt: number;
}

/** Somebody was let in. It outlasts the session, as its device may keep words and can be told to erase them. */
export interface OpenedRow {
  citizenId: string;
  /** By which the citizen names it; it opens nothing. */
  id: string;
  /** The value of the cookie that only sends; null on a shared device. */
  ticket: string | null;
  stage: Stage;
  way: SignInWay;
  shared: boolean;
  /** Browser and system. */
  device: string | null;
  begunAt: number;
  seenAt: number;
  erasedAt: number | null;
  /** The one before. */
  lastSignIn: SignIn | null;
  /** Absent: its device is not told of news. */
  push?: PushSubscription;
  pushKeptAt?: number;
}

export type SessionRow = WaitingRow | OpenedRow;

export interface CmdStateRow {
  /** The state works only in the browser that asked for it. */
  sessionId: string;
  issuedAt: number;
}

/** By the browser that asked. */
export interface RecoveryRow {
  niss: string;
  expiresAt: number;
}
