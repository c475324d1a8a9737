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
import type { CmdStateRow, RecoveryRow, SessionRow } from './sign-in-rows.ts';

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
  /** Of what stands in the tables. What an older build kept is not understood, and begins anew. */
  format: typeof WORLD_FORMAT;
  /** Made anew by a reset, so that older cursors are known to be gone. */
  epoch: string;
  clockOffsetMs: number;
  nextReference: number;
  /** Of the change feed. */
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
  /** Null: is represented only, and cannot sign in. */
  password: string | null;
  /** Ids of the citizens it may act for. */
  represents: string[];
  usage: Usage;
  dayUsage: DayUsage | null;
  lastSignIn: SignIn | null;
}

export interface DraftRow {
  citizenId: string;
  /** Null: deleted, which the other devices still have to hear. */
  content: DraftContent | null;
  savedAt: string;
  sequence: number;
}

export interface RequestRow {
  citizenId: string;
  request: CitizenRequest;
  /** How often a commit took effect. More than one would be the very fault that tests look for. */
  commits: number;
  sequence: number;
  /** What the clerk does by itself, and when by the world's clock. */
  next: { action: OfficeAction; at: number } | null;
  /** Working days that were left when the deadline was paused. */
  pausedDaysLeft: number | null;
}

interface MessageRow {
  citizenId: string;
  message: Message;
  sequence: number;
}

interface AttachmentRow {
  citizenId: string;
  attachment: Attachment;
  /** Where its bytes are, in order. */
  byteKeys: string[];
}

export interface UploadRow {
  id: string;
  citizenId: string;
  attachmentId: string;
  name: string;
  size: number;
  offset: number;
  /** All bytes that ever arrived for it, those not kept included. */
  bytesReceived: number;
  byteKeys: string[];
  /** By the world's clock, in ms. */
  touchedAt: number;
  /** Named by a request: its bytes stay. */
  committed: boolean;
}

/** Of a request whose código de consulta somebody has asked for. Null: it is switched off. */
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
  /** Its public part is in it. */
  privateKey: JsonWebKey;
}

export interface Tables {
  world: World;
  citizens: CitizenRow;
  citizenIdsByNiss: string;
  sessions: SessionRow;
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
  /** By references. */
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
