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
import type { ReceiptTables } from './receipt-tables.ts';
import type { SignInTables } from './sign-in-tables.ts';

interface CitizensTable {
  id: string;
  nissSealed: Uint8Array;
  name: string;
  holder: Holder;
  /** Null: there is none. */
  contact: Json<Contact | null>;
  /** The address itself, where there is one. */
  emailSealed: Uint8Array | null;
  /** Null: nothing was sent yet. */
  dayUsage: ColumnType<DayUsage | null, string | null, string | null>;
  /** Told of by mail. */
  wantsNews: Generated<boolean>;
  /** Of the browser in which they signed in last; null where none of ours is known. */
  language: MailLanguage | null;
  lastSignIn: ColumnType<SignIn | null, string | null, string | null>;
  /** Made anew when the past of the feed is not what devices were told. */
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
  /** Null: deleted, which the other devices still have to hear. */
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
  /** What is looked for, beside the whole. */
  reference: string;
  state: CitizenRequest['state'];
  dueOn: string;
  receivedAt: string;
  kind: GeneratedAlways<RequestKind>;
  /** Life event and subject by their ids, or `unknown`. */
  topic: GeneratedAlways<string>;
  /** Made of `assignments`; empty: the first one. */
  service: GeneratedAlways<string>;
  /** Of its código de consulta, which is not kept. */
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
  /** The bytes that are kept. */
  received: Generated<Big>;
  /** All that ever arrived for it, so that it is seen how much was sent in vain. */
  bytesReceived: Generated<Big>;
  touchedAt: Big;
  /** Named by a request: its bytes stay. */
  committed: Generated<boolean>;
  /** In its bytes, once they are whole and somebody has named it. */
  found: ColumnType<KeptLook | null, string | undefined, string>;
}

/** `rules`: by which it was looked into; none where that was before they had a number. */
export interface KeptLook extends FoundInside {
  rules?: number;
}

/** Of a file's bytes, from a place on. */
interface PiecesTable {
  citizenId: string;
  fileId: string;
  place: Big;
  bytes: Uint8Array | null;
  /** In the place of the bytes: the store of files has them under it. */
  storedHash: string | null;
}

/** What was about to be put into the store of files. */
interface StorePutsTable {
  citizenId: string;
  fileId: string;
  place: Big;
  storedHash: string;
  /** The last time, in ms. */
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

/** Those that came to their end, by the clock of whoever made them. */
interface BackupsTable {
  madeAt: Big;
}

export interface Tables extends JobTables, OfficeTables, PushTables, ReceiptTables, SignInTables {
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
  backups: BackupsTable;
}

export type Db = Kysely<Tables>;
export type Tx = Transaction<Tables>;
export type CitizenRow = Selectable<CitizensTable>;
export type SessionRow = Selectable<SignInTables['sessions']>;
export type UploadRow = Selectable<UploadsTable>;
