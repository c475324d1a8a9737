import type { Generated } from 'kysely';
import type { OfficeWhat } from '../../contract/office-types.ts';
import type { OfficeAction } from '../../domain/office-moves.ts';
import type { Recorded } from '../office/recorded.ts';
import type { Big, Json } from './column-types.ts';
import type { LeadingTables } from './leading-tables.ts';
import type { WorkTables } from './work-tables.ts';

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
  /** What their app makes codes of; null: it is not set up. */
  totpSealed: Uint8Array | null;
  /** May read the record and the figures. */
  isSupervisor: Generated<boolean>;
  /** Of the last code that was taken. */
  totpStep: Generated<Big>;
}

interface ClerkSessionsTable {
  secretHash: Uint8Array;
  userName: string;
  begunAt: Big;
  seenAt: Big;
}

/** Whose password was right, and who has to type a code still. */
interface ClerkSignInsTable {
  secretHash: Uint8Array;
  userName: string;
  begunAt: Big;
  /** Of whom no app is known: what it shall make codes of, once it has shown the first. */
  totpSealed: Uint8Array | null;
}

/** Instants of the office's clock, in ms. */
interface OfficeNewsTable {
  id: Generated<Big>;
  citizenId: string;
  requestId: string;
  what: OfficeWhat;
  at: Big;
  /** Null: nobody has read since it was committed. */
  place: Generated<Big | null>;
}

interface OfficeFeedTable {
  epoch: string;
  lastPlace: Big;
}

/** Programs that act for the office. */
interface OfficeTokensTable {
  name: string;
  secretHash: Uint8Array;
  madeAt: Big;
  /** For which it acts alone; null: for all. */
  service: string | null;
}

interface OfficeUploadsTable {
  citizenId: string;
  requestId: string;
  id: string;
  sha256: string;
  bytes: Uint8Array;
  keptAt: Big;
}

/** Of a file that an act will send: its bytes are among `officeUploads`. */
export interface NamedFile {
  id: string;
  name: string;
  size: number;
  sha256: string;
}

/** What is typed for an act. */
export interface ActWords {
  body: string;
  otherOffice: string;
  /** The id of one of the office's own services; empty: none of them. */
  service: string;
  note: string;
}

/** What a clerk has written of each kind, and the citizen has not got. */
interface OfficeUnsentTable {
  citizenId: string;
  requestId: string;
  userName: string;
  action: OfficeAction;
  reference: string;
  words: Json<ActWords>;
  files: Json<NamedFile[]>;
  keptAt: Big;
  /** Of the act that sends it; these three stand together. */
  key: string | null;
  seenMoves: number | null;
  /** When it is sent, in ms; null: it is half written. */
  sendsAt: Big | null;
  /** Why it was not sent after all. */
  stopped: 'changed' | 'state-forbids' | null;
}

interface OfficeTicketsTable {
  secretHash: Uint8Array;
  citizenId: string;
  requestId: string;
  attachmentId: string;
  userName: string;
  madeAt: Big;
}

/** It is only added to. */
interface OfficeRecordTable {
  id: Generated<Big>;
  /** By the office's clock, in ms. */
  at: Big;
  who: string;
  what: Recorded;
  reference: string | null;
  /** Which file, or whose NISS. */
  about: string | null;
}

/** What the office's people and programs have, and what they did. */
export interface OfficeTables extends LeadingTables, WorkTables {
  officeActs: OfficeActsTable;
  officeRecord: OfficeRecordTable;
  clerks: ClerksTable;
  clerkSessions: ClerkSessionsTable;
  clerkSignIns: ClerkSignInsTable;
  clerkRecoveryCodes: { userName: string; codeHash: Uint8Array };
  officeNews: OfficeNewsTable;
  officeFeed: OfficeFeedTable;
  officeTokens: OfficeTokensTable;
  officeUploads: OfficeUploadsTable;
  officeUnsent: OfficeUnsentTable;
  officeTickets: OfficeTicketsTable;
}
