import type { Change } from '../../../contract/types.ts';
import { type Content, contentOf, writtenInReply } from '../../../domain/written/words.ts';
import type {
  DraftCommand,
  FrozenAttachment,
  OutboxCommand,
  OutboxRow,
  RefusedAction,
  SubmitRequestCommand,
  WaitingCommand,
} from '../core/schema.ts';

export type CommandType = OutboxCommand['type'];
export type CommandOf<T extends CommandType> = Extract<OutboxCommand, { type: T }>;

/** An entry that was a draft. */
export type DraftEntry = OutboxRow<DraftCommand>;

/** A request or a message as the server sends it, in an answer or in the feed. */
export type Arrival = Extract<Change, { type: 'request' | 'message' }>;

/** The draft that an entry was, and becomes again when the entry is taken back or refused. */
interface DraftRules<C extends DraftCommand> {
  idOf(entry: OutboxRow<C>): string;
  /** Returns the content of the draft: the entry may be the only copy of the words. */
  contentOf(entry: OutboxRow<C>): Content;
}

/** The rules of a command, from the outbox to its end. */
interface CommandRules<C extends OutboxCommand> {
  /**
   * `first`: no entry about a request is sent before the request itself. `inOrder`: what the citizen said in one order arrives in that
   * order, but for an entry that lacks its bytes. `alone`: the entry neither waits for others nor makes them wait.
   */
  turn: 'first' | 'inOrder' | 'alone';
  /** Whether the citizen waits for the command; otherwise it is neither listed nor counted. */
  isWaitedFor: C extends WaitingCommand ? true : false;
  /** What is sent when an entry of the same type already waits for the same request: both, the newest only, or the oldest only. */
  again: 'bothGo' | 'newestGoes' | 'oldestGoes';
  draft: C extends DraftCommand ? DraftRules<C> : null;
  /** Whether news of its request shows that the command has arrived, or is pointless by now. */
  isEndedBy(arrival: Arrival, command: C): boolean;
  /** What the request's page says was refused. Null: nothing, or the draft that opens again says it all. */
  refusedAs: RefusedAction['command'] | null;
}

const COMMANDS: { [T in CommandType]: CommandRules<CommandOf<T>> } = {
  submitRequest: {
    turn: 'first',
    isWaitedFor: true,
    again: 'bothGo',
    draft: {
      idOf: ({ requestId }) => requestId,
      contentOf: ({ command }) => contentOf(command.content),
    },
    isEndedBy: ({ type }) => type === 'request',
    refusedAs: null,
  },
  sendReply: {
    turn: 'inOrder',
    isWaitedFor: true,
    again: 'bothGo',
    draft: {
      idOf: ({ command }) => command.messageId,
      contentOf({ requestId, command }) {
        const { purpose } = command.content;
        return contentOf({ ...writtenInReply(command.content), replyTo: { requestId, purpose } });
      },
    },
    isEndedBy: (arrival, { messageId }) => arrival.type === 'message' && arrival.message.id === messageId,
    refusedAs: null,
  },
  withdraw: {
    turn: 'inOrder',
    isWaitedFor: true,
    again: 'oldestGoes',
    draft: null,
    isEndedBy: (arrival) => arrival.type === 'request' && arrival.request.state === 'withdrawn',
    refusedAs: 'withdraw',
  },
  rate: {
    turn: 'inOrder',
    isWaitedFor: true,
    again: 'newestGoes',
    draft: null,
    // News of the request does not tell whether the server has the rating.
    isEndedBy: () => false,
    refusedAs: 'rate',
  },
  markRead: {
    turn: 'alone',
    isWaitedFor: false,
    again: 'newestGoes',
    draft: null,
    isEndedBy: () => false,
    refusedAs: null,
  },
};

type WithCommand = Pick<OutboxRow, 'command'>;

/** The rules of the entry's own type. TypeScript cannot see that they fit the entry and accepts them because they are methods: keep them methods. */
export function rulesOf({ command }: WithCommand): CommandRules<OutboxCommand> {
  return COMMANDS[command.type];
}

/** Whether this build knows the command. It must ignore a command of a newer build, which that build sends. */
export function isKnown({ command }: WithCommand): boolean {
  return Object.hasOwn(COMMANDS, command.type);
}

export function isWaitedFor(entry: OutboxRow): entry is OutboxRow<WaitingCommand> {
  return rulesOf(entry).isWaitedFor;
}

/** Whether the entry is a submission. */
export function isRequestEntry(entry: OutboxRow): entry is OutboxRow<SubmitRequestCommand> {
  return entry.command.type === 'submitRequest';
}

export function isDraftEntry(entry: OutboxRow): entry is DraftEntry {
  return isKnown(entry) && rulesOf(entry).draft !== null;
}

export function byType<T extends CommandType>(entries: readonly OutboxRow[], type: T) {
  const isOfType = (entry: OutboxRow): entry is OutboxRow<CommandOf<T>> => entry.command.type === type;
  return entries.filter(isOfType);
}

export function draftRulesOf({ command }: DraftEntry): DraftRules<DraftCommand> {
  return COMMANDS[command.type].draft;
}

export function draftIdOf(entry: DraftEntry): string {
  return draftRulesOf(entry).idOf(entry);
}

export function attachmentsOf(entry: OutboxRow): readonly FrozenAttachment[] {
  return isDraftEntry(entry) ? entry.command.attachments : [];
}
