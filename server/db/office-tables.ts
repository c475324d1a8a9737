import type { OfficeAction } from '../../src/domain/office-moves.ts';
import type { Big } from './column-types.ts';

interface OfficeActsTable {
  citizenId: string;
  requestId: string;
  /** Made with the form, or by the program, that asks for the act. */
  key: string;
  contentHash: string;
  action: OfficeAction;
  doneBy: string;
  /** By the office's clock, in ms. */
  doneAt: Big;
}

/** Who signs in to Balcão. */
interface ClerksTable {
  userName: string;
  name: string;
  passwordHash: string;
}

interface ClerkSessionsTable {
  secretHash: Uint8Array;
  userName: string;
  begunAt: Big;
  seenAt: Big;
}

/** What the office's people and programs have, and what they did. */
export interface OfficeTables {
  officeActs: OfficeActsTable;
  clerks: ClerksTable;
  clerkSessions: ClerkSessionsTable;
}
