import type {
  Attachment,
  CitizenRequest,
  ContractIssue,
  Message,
  ProblemType,
  Rating,
  ReplySubmission,
  RequestSubmission,
} from '../../../contract/types.ts';
import type { InboxGroup } from '../../../domain/request-state.ts';
import type { Choices, Content, Written } from '../../../domain/written/words.ts';

export const DRAFT_STEPS = ['description', 'topic', 'attachments', 'review'] as const;
export type DraftStep = (typeof DRAFT_STEPS)[number];

/** Why the server refused what the citizen submitted. */
export interface Refusal {
  type: ProblemType;
  issues: ContractIssue[];
  at: string;
  /** Set once every issue's field has been changed since. */
  isMended?: true;
}

/** The account's copy of a draft, as far as this device knows. */
export interface AccountCopy {
  /** The version of the copy; null before the first one. */
  etag: string | null;
  /** When the account saved it, by the server's clock. */
  savedAt: string | null;
  /** The revision of the draft that the account holds; null when it holds something else. */
  revision: number | null;
  /** A revision that the server refused. Where `revision` is the same, the server kept its words and refused a file. */
  refusedRevision: number | null;
}

/**
 * The citizen edits a draft while it is open. Once `submittedAt` is set, it belongs to sync and no editor changes it. A draft with `replyTo` becomes a
 * message. Words that only another kind asks stay in it; `submittedWords` returns those that are sent. Instants are ISO, by the device's clock.
 */
export interface DraftRow extends Content {
  /** Becomes the id of the request, or of the message. */
  id: string;
  /** Grows with every saved change. */
  revision: number;
  /** The revision at which the words of any field last changed: a patch begun before it must not overwrite them. It is named after the first field. */
  descriptionRevision: number;
  /** The tab that last changed the words of any field. */
  descriptionWriter: string;
  /** The number of that change among the tab's changes; absent where nobody typed it. */
  descriptionTyping?: number | undefined;
  /** Grows with every submission; part of the idempotency key. */
  submissions: number;
  reachedStep: DraftStep;
  createdAt: string;
  updatedAt: string;
  submittedAt: string | null;
  /** Set by *Eliminar rascunho*; purged later, so that it can be undone. */
  deletedAt: string | null;
  refusal: Refusal | null;
  /** The id of the draft from which this one was split when two tabs or devices changed the same text. */
  copyOf: string | null;
  /** The last revision of the draft `copyOf` that had these words; absent where none had them, and in a copy that an older build made. */
  copyOfRevision?: number | undefined;
  account: AccountCopy | null;
}

/** What the citizen typed just before the page hid. It is written without reading the draft, and merged when the draft is next opened. */
export interface PendingTextRow {
  draftId: string;
  /** The fields that were typed in; a field that is absent stays as it was. */
  words: Partial<Written>;
  choices?: Partial<Choices>;
  /** The words on which the tab began. Absent where it does not know them, and in rows of older builds. */
  base?: Written;
  baseRevision: number;
  writer: string;
  /** The number of this change among the writer's changes: a saved change with a higher number is newer. Absent in rows of older builds. */
  typing?: number;
  typedAt: string;
}

/** An attachment as frozen with its request; its bytes stay in `chunks`. */
export interface FrozenAttachment extends Attachment {
  chunkCount: number;
}

interface FrozenDraft<Submission> {
  /** Part of the idempotency key. */
  revision: number;
  content: Omit<Submission, 'attachments'>;
  attachments: FrozenAttachment[];
}

export interface SubmitRequestCommand extends FrozenDraft<RequestSubmission> {
  type: 'submitRequest';
}

/** Sends a reply; the id of its draft is the id of the message. */
export interface SendReplyCommand extends FrozenDraft<ReplySubmission> {
  type: 'sendReply';
  messageId: string;
}

interface WithdrawCommand {
  type: 'withdraw';
}

interface RateCommand {
  type: 'rate';
  rating: Rating;
}

interface MarkReadCommand {
  type: 'markRead';
  readUpTo: string;
}

/** A command that was a draft before, with its words and files. */
export type DraftCommand = SubmitRequestCommand | SendReplyCommand;

/** Every command that can stand in the outbox. Three tables have the rules of each: `db/outbox/commands.ts`, `sync/send-entry.ts` and `command-texts.ts`. */
export type OutboxCommand = DraftCommand | WithdrawCommand | RateCommand | MarkReadCommand;

/** A command that the citizen waits for; a read mark is not one. */
export type WaitingCommand = Exclude<OutboxCommand, MarkReadCommand>;

export type WaitReason = 'new' | 'noConnection' | 'serverDown' | 'signedOut' | 'missingBytes' | 'dayLimit';

export interface OutboxRow<C extends OutboxCommand = OutboxCommand> {
  commandId: string;
  /** The id of the request that the command makes or is about. */
  requestId: string;
  citizenId: string;
  command: C;
  /** Entries of one request are sent in this order; see `addToOutbox`. */
  queuedAt: string;
  attempts: number;
  /** Milliseconds since the epoch, by the device's clock. */
  nextAttemptAt: number;
  waitReason: WaitReason;
  /** 1 while a round works on it. */
  sending: 0 | 1;
  /** 1 while the commit itself may be on its way: until then the citizen can still stop it. */
  committing: 0 | 1;
  /** The name of the file whose bytes are missing on this device. */
  missingFileName: string | null;
}

/** A command of the citizen about a request that the server refused. */
export interface RefusedAction {
  requestId: string;
  command: 'withdraw' | 'rate';
  type: ProblemType;
  at: string;
}

export interface SendingProgressRow {
  requestId: string;
  /** The entry whose files these are: a request may have several messages that wait. Absent from what an older build noted. */
  commandId?: string;
  sentBytes: number;
  totalBytes: number;
  /** The number of the attachment that is being sent, counted from 1. */
  attachment: number;
  attachments: number;
  /** When the server last answered, in milliseconds since the epoch by the device's clock; absent from what an older build noted. */
  notedAt?: number;
}

/**
 * What sync found when it checked a signed receipt: whether the service signed it, for what the device sent and for what the service keeps.
 * Absent: there is no receipt, or it is not checked yet.
 */
export type ReceiptCheck =
  | 'fits'
  /** The receipt is for something else, or is invalid. This result is final. */
  | 'doesNotFit'
  /** No key that the service has published fits. Sync asks for the keys again: a cache on the way may have given an older answer. */
  | 'unknownKey';

export interface CheckedRequest extends CitizenRequest {
  receiptCheck?: ReceiptCheck;
  withdrawalCheck?: ReceiptCheck;
}

/** A request as the server sent it, with the columns that lists need to find it. */
export interface RequestRow extends CheckedRequest {
  group: InboxGroup;
  unread: 0 | 1;
  /** 1 from the moment this device records the reference until the citizen opens the request. */
  justReceived: 0 | 1;
  /** The day on which the citizen wants to be reminded of it, yyyy-mm-dd; only this device knows. */
  remindOn?: string;
}

export interface MessageRow extends Message {
  receiptCheck?: ReceiptCheck;
}
