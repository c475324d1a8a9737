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
import type { Content } from '../../../domain/written/content.ts';
import type { Choices, Written } from '../../../domain/written/words.ts';

export const DRAFT_STEPS = ['description', 'topic', 'attachments', 'review'] as const;
export type DraftStep = (typeof DRAFT_STEPS)[number];

/** Why the server refused what the citizen submitted. */
export interface Refusal {
  type: ProblemType;
  issues: ContractIssue[];
  at: string;
}

/** What the account holds of a draft. */
export interface AccountCopy {
  /** The version; null before the first one. */
  etag: string | null;
  /** By the server's clock. */
  savedAt: string | null;
  /** The draft's revision that it holds; null when the account has something else. */
  revision: number | null;
  /** A revision that the server refused. Where `revision` is the same, the server kept its words and refused a file. */
  refusedRevision: number | null;
}

/**
 * An open draft is the citizen's; once `submittedAt` is set it is sync's and nothing here edits it. One with `replyTo` becomes a message. What
 * another kind asks stays in it; `submittedWords` says what goes. Instants are ISO, by the device's clock.
 */
export interface DraftRow extends Content {
  /** Becomes the id of the request, or of the message. */
  id: string;
  /** Grows with every saved change. */
  revision: number;
  /** The revision at which the words of any field last changed: a patch begun before it must not overwrite them. The name is older than the other fields. */
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
  /** The draft that this one was split from when two tabs or devices changed the same text. */
  copyOf: string | null;
  /** The last revision of that draft at which these words were in it; absent where they never were, and from what an older build split. */
  copyOfRevision?: number | undefined;
  account: AccountCopy | null;
}

/** The last instant's typing, written blindly when the page hides and merged when the draft is next opened. */
export interface PendingTextRow {
  draftId: string;
  /** The fields that were typed in; a field that is absent stays as it was. */
  words: Partial<Written>;
  choices?: Partial<Choices>;
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

/** Its draft's id is the message's. */
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

/** Everything the app can ask of a server. What becomes of each stands in three tables, one each in `db/outbox`, `sync` and `sync-status`. */
export type OutboxCommand = DraftCommand | WithdrawCommand | RateCommand | MarkReadCommand;

/** A command that the citizen waits for; a read mark is none. */
export type WaitingCommand = Exclude<OutboxCommand, MarkReadCommand>;

export type WaitReason = 'new' | 'noConnection' | 'serverDown' | 'signedOut' | 'missingBytes' | 'dayLimit';

export interface OutboxRow<C extends OutboxCommand = OutboxCommand> {
  commandId: string;
  /** The request that it makes, or that it is about. */
  requestId: string;
  citizenId: string;
  command: C;
  /** Entries of one request go in this order; see `addToOutbox`. */
  queuedAt: string;
  attempts: number;
  /** Milliseconds since the epoch, by the device's clock. */
  nextAttemptAt: number;
  waitReason: WaitReason;
  /** 1 while a round works on it. */
  sending: 0 | 1;
  /** 1 while the commit itself may be on its way: until then the citizen can still stop it. */
  committing: 0 | 1;
  /** The file whose bytes are missing on this device. */
  missingFileName: string | null;
}

/** What the citizen asked of a request and the server would not do. */
export interface RefusedAction {
  requestId: string;
  command: 'withdraw' | 'rate';
  type: ProblemType;
  at: string;
  /** The refused rating, so that its words are not lost. */
  rating: Rating | null;
}

export interface SendingProgressRow {
  requestId: string;
  sentBytes: number;
  totalBytes: number;
  /** 1-based. */
  attachment: number;
  attachments: number;
  /** When the server last answered, in milliseconds since the epoch by the device's clock; absent from what an older build noted. */
  notedAt?: number;
}

/**
 * What sync found when it checked a signed receipt, before it wrote the row: whether the service signed it, of what was sent and of what it
 * keeps. Absent: there is no receipt, or nobody could check it yet.
 */
export type ReceiptCheck =
  | 'fits'
  /** Of something else, for good. */
  | 'doesNotFit'
  /** By no key of the service, as far as it has said. It is asked again: something in between may have kept an older answer. */
  | 'unknownKey';

export interface CheckedRequest extends CitizenRequest {
  receiptCheck?: ReceiptCheck;
  withdrawalCheck?: ReceiptCheck;
}

/** What the server said of a request, with what lists need to find it. */
export interface RequestRow extends CheckedRequest {
  group: InboxGroup;
  unread: 0 | 1;
  /** 1 from the moment this device records the reference until the citizen leaves *Pedido recebido*. */
  justReceived: 0 | 1;
  /** The day on which the citizen wants to be reminded of it, yyyy-mm-dd; only this device knows. */
  remindOn?: string;
}

export interface MessageRow extends Message {
  receiptCheck?: ReceiptCheck;
}
