import type { ColumnType, Generated, GeneratedAlways, Kysely, Selectable, Transaction } from 'kysely';
import type {
  Attachment,
  CitizenRequest,
  Contact,
  DraftContent,
  Holder,
  Message,
  RequestKind,
  SignIn,
} from '../../contract/types.ts';
import type { DayUsage } from '../../domain/day-limits.ts';
import type { FoundInside } from '../../domain/inspected-file.ts';
import type { MailLanguage } from '../mail/texts.ts';
import type { Big, Json } from './column-types.ts';
import type { JobTables } from './job-tables.ts';
import type { OfficeTables } from './office-tables.ts';
import type { PushTables } from './push-tables.ts';
import type { SignInTables } from './sign-in-tables.ts';

interface CitizensTable {
  id: string;
  nissSealed: Uint8Array;
  name: string;
  holder: Holder;
  /** Null: there is no address. */
  contact: Json<Contact | null>;
  /** The address itself; null: there is none. */
  emailSealed: Uint8Array | null;
  /** Null: the citizen has not sent anything yet. */
  dayUsage: ColumnType<DayUsage | null, string | null, string | null>;
  /** Whether the citizen wants mails about news. */
  wantsNews: Generated<boolean>;
  /** The language of the browser in which the citizen last signed in; null: none that we write mails in is known. */
  language: MailLanguage | null;
  lastSignIn: ColumnType<SignIn | null, string | null, string | null>;
  /** Replaced when the past of the feed differs from what devices were told. */
  feedEpoch: string;
  lastSequence: Generated<Big>;
  drafts: Generated<number>;
  uploads: Generated<number>;
  uploadBytes: Generated<Big>;
}

interface RepresentationsTable {
  citizenId: string;
  representedId: string;
  place: number;
}

interface DraftsTable {
  citizenId: string;
  id: string;
  sequence: Big;
  /** Null: the draft is deleted, and the other devices still have to hear of it. */
  content: ColumnType<DraftContent | null, string | null, string | null>;
  contentBytes: number;
  savedAt: string;
}

interface RequestsTable {
  citizenId: string;
  id: string;
  sequence: Big;
  request: Json<CitizenRequest>;
  requestBytes: number;
  pausedDaysLeft: number | null;
  /** Fields of `request` that queries look for: this one and the next three. */
  reference: string;
  state: CitizenRequest['state'];
  dueOn: string;
  receivedAt: string;
  kind: GeneratedAlways<RequestKind>;
  /** The ids of life event and subject, or `unknown`. */
  topic: GeneratedAlways<string>;
  /** Written by a trigger on `assignments`; empty: the first service. */
  service: GeneratedAlways<string>;
  /** The number of the request's *código de consulta*; the code itself is not kept. */
  statusCodeNumber: Generated<number>;
  statusCodeOff: Generated<boolean>;
}

interface MessagesTable {
  citizenId: string;
  id: string;
  requestId: string;
  sequence: Big;
  message: Json<Message>;
  messageBytes: number;
}

interface RequestKeysTable {
  citizenId: string;
  id: string;
  revision: Big;
  contentHash: string;
}

interface UploadsTable {
  citizenId: string;
  id: string;
  attachmentId: string;
  size: Big;
  /** How many bytes are kept. */
  received: Generated<Big>;
  /** How many bytes ever arrived, which shows how many were sent in vain. */
  bytesReceived: Generated<Big>;
  touchedAt: Big;
  /** Whether a request names the upload, whose bytes then stay. */
  committed: Generated<boolean>;
  /** What was found in the bytes, once they are complete and a submitted request or message has named them; null: they were not looked into yet. */
  found: ColumnType<KeptLook | null, string | undefined, string>;
}

/** `rules`: the number of the rules by which the bytes were looked into; left out where the rules had no number yet. */
export interface KeptLook extends FoundInside {
  rules?: number;
}

/** Pieces of files; `place` is the offset of a piece in its file. */
interface PiecesTable {
  citizenId: string;
  fileId: string;
  place: Big;
  bytes: Uint8Array | null;
  /** The hash under which the store of files has the bytes, in their place. */
  storedHash: string | null;
}

/** Pieces that were about to be put into the store of files. */
interface StorePutsTable {
  citizenId: string;
  fileId: string;
  place: Big;
  storedHash: string;
  /** When a piece was last about to be put, in ms. */
  putAt: Big;
}

interface AttachmentsTable {
  citizenId: string;
  requestId: string;
  id: string;
  fileId: string;
  attachment: Json<Attachment>;
}

interface TakenIdsTable {
  id: string;
  kind: 'request' | 'message';
  citizenId: string;
}

/** The keys that sign receipts, of which the newest one does. */
interface ReceiptKeysTable {
  /** The key's thumbprint by RFC 7638. */
  kid: string;
  nth: Generated<Big>;
  issuer: string;
  x: string;
  y: string;
  /** PKCS#8, sealed for its `kid`. */
  privateSealed: Uint8Array;
  madeAt: Big;
}

/** The backups that were finished. `madeAt` is when one began, in ms by the clock of the machine that made it. */
interface BackupsTable {
  madeAt: Big;
}

export interface Tables extends JobTables, OfficeTables, PushTables, SignInTables {
  citizens: CitizensTable;
  representations: RepresentationsTable;
  drafts: DraftsTable;
  requests: RequestsTable;
  messages: MessagesTable;
  requestKeys: RequestKeysTable;
  uploads: UploadsTable;
  pieces: PiecesTable;
  storePuts: StorePutsTable;
  attachments: AttachmentsTable;
  takenIds: TakenIdsTable;
  receiptKeys: ReceiptKeysTable;
  backups: BackupsTable;
}

export type Db = Kysely<Tables>;
export type Tx = Transaction<Tables>;
export type CitizenRow = Selectable<CitizensTable>;
export type SessionRow = Selectable<SignInTables['sessions']>;
export type UploadRow = Selectable<UploadsTable>;
