import type { ColumnType, Generated } from 'kysely';
import type { SignIn, SignInWay } from '../../contract/types.ts';
import type { Stage } from '../../domain/session-life.ts';
import type { Big } from './column-types.ts';

/** Times of sessions are in ms. */
interface SessionsTable {
  citizenId: string;
  id: string;
  secretHash: Uint8Array;
  /** The hash of the ticket, by which only what was submitted is sent; null: there is none. */
  ticketHash: Uint8Array | null;
  stage: Stage;
  way: SignInWay;
  shared: boolean;
  device: string | null;
  begunAt: Big;
  seenAt: Big;
  erasedAt: Big | null;
  lastSignIn: ColumnType<SignIn | null, string | null, string | null>;
}

interface WaitingSignInsTable {
  citizenId: string;
  secretHash: Uint8Array;
  codeSealed: Uint8Array;
  codeExpiresAt: Big;
}

interface TriesTable {
  key: string;
  count: Generated<number>;
  since: Generated<Big>;
  blocks: Generated<number>;
  blockedUntil: Generated<Big>;
  lastAt: Big;
}

/** Recoveries, each of one browser and for one NISS. */
interface RecoveriesTable {
  id: string;
  browserHash: Uint8Array;
  nissHash: Uint8Array;
  /** Null until a mail with the code goes out. */
  codeHash: Uint8Array | null;
  expiresAt: Big;
}

/** The tables by which browsers are known and people prove who they are. */
export interface SignInTables {
  sessions: SessionsTable;
  waitingSignIns: WaitingSignInsTable;
  tries: TriesTable;
  recoveries: RecoveriesTable;
  accounts: { citizenId: string; passwordHash: string };
  identities: { nissHash: Uint8Array; citizenId: string };
  cmdStates: { stateHash: Uint8Array; browserHash: Uint8Array; issuedAt: Big; keptSealed: Uint8Array };
  cmdCodes: { codeHash: Uint8Array; usedAt: Big };
}
