import type { Generated } from 'kysely';
import type { OfficeWhat } from '../../contract/office-types.ts';
import type { OfficeAction } from '../../domain/office-moves.ts';
import type { Big, Json } from './column-types.ts';
import type { LeadingTables } from './leading-tables.ts';
import type { WorkTables } from './work-tables.ts';

interface OfficeActsTable {
  citizenId: string;
  requestId: string;
  /** The id that the form or the program has made for the act that it asks for. */
  key: string;
  contentHash: string;
  action: OfficeAction;
  doneBy: string;
  /** By the office's clock, in ms. */
  doneAt: Big;
}

/** The people who sign in to Balcão. */
interface ClerksTable {
  userName: string;
  name: string;
  passwordHash: string;
  /** The secret that the clerk's app makes codes of; null: no app is set up. */
  totpSealed: Uint8Array | null;
  /** Supervisors may read the record, the figures and the requests of all services. */
  isSupervisor: Generated<boolean>;
  /** The time step of the last code that was taken. */
  totpStep: Generated<Big>;
}

interface ClerkSessionsTable {
  secretHash: Uint8Array;
  userName: string;
  begunAt: Big;
  seenAt: Big;
}

/** Sign-ins of which the password was right and the code is still missing. */
interface ClerkSignInsTable {
  secretHash: Uint8Array;
  userName: string;
  begunAt: Big;
  /** For a clerk without an app: the secret that becomes theirs once the app has shown a code. Null: the clerk has an app. */
  totpSealed: Uint8Array | null;
}

/** The office's feed. `at` is by the office's clock, in ms. */
interface OfficeNewsTable {
  id: Generated<Big>;
  citizenId: string;
  requestId: string;
  what: OfficeWhat;
  at: Big;
  /** The place in the feed; null: nobody has read the feed since the row was committed. */
  place: Generated<Big | null>;
}

interface OfficeFeedTable {
  epoch: string;
  lastPlace: Big;
}

/** The tokens of programs that act for the office. */
interface OfficeTokensTable {
  name: string;
  secretHash: Uint8Array;
  madeAt: Big;
  /** The only service for which the program acts; null: all. */
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

/** A file that goes with an act; its bytes are in `officeUploads`. */
export interface NamedFile {
  id: string;
  name: string;
  size: number;
  sha256: string;
}

/** The words that a clerk types for an act. */
export interface ActWords {
  body: string;
  otherOffice: string;
  /** The id of one of the office's own services; empty: none of them. */
  service: string;
  note: string;
}

/** What a clerk has written for each kind of act, and the citizen has not received. */
interface OfficeUnsentTable {
  citizenId: string;
  requestId: string;
  userName: string;
  action: OfficeAction;
  reference: string;
  /** The id of the service that had the request when the clerk wrote it; empty: the first one. Null: an older version kept it, and it is not known. */
  ofService: string | null;
  words: Json<ActWords>;
  files: Json<NamedFile[]>;
  keptAt: Big;
  /** The id of the form: that of the act, where it is on its way; of a draft, that of the page whose script kept it last. Null: a button kept the draft. */
  key: string | null;
  /** Set together with `sendsAt`. */
  seenMoves: number | null;
  /** When the act is sent, in ms; null: it is a draft. */
  sendsAt: Big | null;
  /** Why the act was not sent after all. `by-operator`: a command of the server stopped it, though nothing had changed. `restored`: it may have been sent after the backup. */
  stopped: 'changed' | 'state-forbids' | 'by-operator' | 'restored' | null;
}

interface OfficeTicketsTable {
  secretHash: Uint8Array;
  citizenId: string;
  requestId: string;
  attachmentId: string;
  userName: string;
  /** Names the clerk's session; null: an older version made the ticket. */
  sessionHash: Uint8Array | null;
  madeAt: Big;
}

/** The office's record. Rows are added and never changed; only retention deletes them. */
interface OfficeRecordTable {
  id: Generated<Big>;
  /** By the office's clock, in ms. */
  at: Big;
  who: string;
  what: Recorded;
  reference: string | null;
  /** Further details, such as the id of the file or the person whose NISS was shown. */
  about: string | null;
}

/** The tables of the office's people and programs, and of what they did. */
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

/** What the office's record can say that somebody did. */
export type Recorded =
  | 'signedIn'
  | 'wrongPassword'
  | 'wrongCode'
  | 'requestOpened'
  | 'requestRefused'
  | 'requestAssigned'
  | 'fileOpened'
  | 'searched'
  | 'nissShown'
  | 'recordOpened';
