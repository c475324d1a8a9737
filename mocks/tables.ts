import type {
  Attachment,
  CitizenRequest,
  Contact,
  DraftContent,
  Holder,
  Message,
  SignIn,
} from '../contract/types.ts';
import type { Usage } from '../domain/account-usage.ts';
import type { DayUsage } from '../domain/day-limits.ts';
import type { OfficeAction } from '../domain/office-moves.ts';
import type { Tries } from '../domain/sign-in-tries.ts';
import type { CmdStateRow, OpenedRow, RecoveryRow, WaitingRow } from './sign-in-rows.ts';

/** Rates are between 0 and 1. */
export interface Faults {
  latencyMs: number;
  errorRate: number;
  dropRate: number;
  lostAnswerRate: number;
  offline: boolean;
}

export const WORLD_FORMAT = 6;

export interface World {
  /** The format of the tables. A build that finds another format begins the world anew. */
  format: typeof WORLD_FORMAT;
  /** The first part of every cursor, made anew by a reset, so that older cursors are known to be gone. */
  epoch: string;
  clockOffsetMs: number;
  nextReference: number;
  /** The last place in the feed that was given. */
  lastSequence: number;
  faults: Faults;
}

export interface CitizenRow {
  id: string;
  niss: string;
  name: string;
  holder: Holder;
  contact: Contact;
  wantsNews: boolean;
  /** Null for a person who is only represented, and cannot sign in. */
  password: string | null;
  /** Ids of the citizens for whom this one may act. */
  represents: string[];
  usage: Usage;
  dayUsage: DayUsage | null;
  lastSignIn: SignIn | null;
}

export interface DraftRow {
  /** Null for a deleted draft, of which the other devices still have to learn. */
  content: DraftContent | null;
  savedAt: string;
  sequence: number;
}

export interface RequestRow {
  citizenId: string;
  request: CitizenRequest;
  /** How often a commit took effect. More than once would be the very fault that tests look for. */
  commits: number;
  sequence: number;
  /** What the clerk does by itself, and when by the world's clock. */
  next: { action: OfficeAction; at: number } | null;
  /** The working days that were left when the deadline was paused; null while it runs. */
  pausedDaysLeft: number | null;
}

interface MessageRow {
  message: Message;
}

interface AttachmentRow {
  attachment: Attachment;
  /** The keys of the bytes, in order. */
  byteKeys: string[];
}

export interface UploadRow {
  id: string;
  citizenId: string;
  attachmentId: string;
  size: number;
  offset: number;
  /** All bytes that ever arrived for the upload, those not kept included. */
  bytesReceived: number;
  byteKeys: string[];
  /** The instant in ms, by the world's clock. */
  touchedAt: number;
  /** Whether a request names the upload, whose bytes then stay. */
  committed: boolean;
}

/** The código de consulta of a request, from when somebody has first asked for it; null when it is switched off. */
export interface StatusCodeRow {
  citizenId: string;
  requestId: string;
  reference: string;
  code: string | null;
}

export interface FeedRow {
  type: 'request' | 'message' | 'draft';
  id: string;
}

export interface ReceiptKeyRow {
  kid: string;
  /** The private key as a JWK, which holds the public part too. */
  privateKey: JsonWebKey;
}

export interface Tables {
  world: World;
  citizens: CitizenRow;
  citizenIdsByNiss: string;
  sessions: OpenedRow;
  waitingSignIns: WaitingRow;
  sessionIdsByCitizen: string;
  attempts: Tries;
  cmdStates: CmdStateRow;
  recoveries: RecoveryRow;
  drafts: DraftRow;
  requests: RequestRow;
  messages: MessageRow;
  attachments: AttachmentRow;
  uploads: UploadRow;
  uploadIdsByAttachment: string;
  idempotencyKeys: { contentHash: string };
  /** By the request's reference. */
  statusCodes: StatusCodeRow;
  feed: FeedRow;
  due: string;
  receiptKeys: ReceiptKeyRow;
  receipts: string;
}

export type TableName = keyof Tables;

export const TABLE_NAMES: readonly TableName[] = [
  'world',
  'citizens',
  'citizenIdsByNiss',
  'sessions',
  'waitingSignIns',
  'sessionIdsByCitizen',
  'attempts',
  'cmdStates',
  'recoveries',
  'drafts',
  'requests',
  'messages',
  'attachments',
  'uploads',
  'uploadIdsByAttachment',
  'idempotencyKeys',
  'statusCodes',
  'feed',
  'due',
  'receiptKeys',
  'receipts',
];
