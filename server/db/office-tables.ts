import type { Generated } from 'kysely';
import type { OfficeWhat } from '../../contract/office-types.ts';
import type { RequestKind } from '../../contract/types.ts';
import type { OfficeAction } from '../../domain/office-moves.ts';
import type { Recorded } from '../office/recorded.ts';
import type { Big, Json } from './column-types.ts';

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
  /** May read the record. */
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

interface ServicesTable {
  id: string;
  name: string;
  isFirst: Generated<boolean>;
}

interface AssignmentsTable {
  citizenId: string;
  requestId: string;
  /** Null: the first one. */
  service: string | null;
  /** The clerk's user name; null: nobody. */
  assignee: string | null;
}

interface OfficeNotesTable {
  citizenId: string;
  requestId: string;
  id: string;
  body: string;
  writtenBy: string;
  /** By the office's clock, in ms. */
  writtenAt: Big;
}

interface OpenPagesTable {
  citizenId: string;
  requestId: string;
  userName: string;
  /** In ms. */
  openedAt: Big;
}

interface SavedRepliesTable {
  id: string;
  title: string;
  body: string;
  /** The id of a life event or a subject; null: any. */
  topic: string | null;
  kind: RequestKind | null;
  /** The clerk's user name; null: everybody's. */
  owner: string | null;
}

interface OfficeWordsTable {
  citizenId: string;
  requestId: string;
  receivedAt: string;
  /** As PostgreSQL makes them. */
  words: string;
}

interface OfficeSearchesTable {
  id: string;
  userName: string;
  soughtSealed: Uint8Array;
  /** References. */
  found: Json<string[]>;
  /** In ms. */
  madeAt: Big;
}

/** What the office's people and programs have, and what they did. */
export interface OfficeTables {
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
  services: ServicesTable;
  serviceClerks: { service: string; userName: string };
  serviceTopics: { topic: string; service: string };
  assignments: AssignmentsTable;
  officeNotes: OfficeNotesTable;
  openPages: OpenPagesTable;
  savedReplies: SavedRepliesTable;
  officeWords: OfficeWordsTable;
  officeWordsKept: { upTo: Big };
  officeSearches: OfficeSearchesTable;
}
