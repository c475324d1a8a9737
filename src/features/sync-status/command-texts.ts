import type { ParseKeys } from 'i18next';
import type { OutboxRow, WaitingCommand } from '../../db/core/schema.ts';
import { type CommandOf, isRequestEntry } from '../../db/outbox/commands.ts';
import { ofKind } from '../../parts/of-kind.ts';

type Key = ParseKeys<'sync'>;

/** What the citizen reads of a command that waits, and what they may press. Keys are of the texts `sync`. */
interface CommandTexts<C extends WaitingCommand> {
  /** What it is called, with its request's reference. Null: it has no request yet, and is called by what it asks. */
  title: Key | null;
  /** What the citizen wrote, which tells it from others. Empty: its title does. */
  wordsOf(command: C): string;
  /** Where the texts are that say how far its attachments have gone; null: it has none. */
  progress: 'notSent' | 'message' | null;
  /** What **Não enviar** says, and when it comes too late. Null: nothing stops it. */
  stop: { done: Key; tooLate: Key } | null;
  /** What **Eliminar** says, and *Desfazer* after it. Null: it is not offered. */
  remove: { done: Key; undone: Key; undoneAsDraft: Key } | null;
}

const TEXTS: { [T in WaitingCommand['type']]: CommandTexts<CommandOf<T>> } = {
  submitRequest: {
    title: null,
    wordsOf: ({ content }) => content.description,
    progress: 'notSent',
    stop: { done: 'list.takenBack', tooLate: 'notSent.alreadySending' },
    remove: { done: 'list.deleted', undone: 'list.back', undoneAsDraft: 'list.backAsDraft' },
  },
  sendReply: {
    title: 'list.followUp.sendReply',
    wordsOf: ({ content }) => content.body,
    progress: 'message',
    stop: { done: 'message.takenBack', tooLate: 'message.tooLate' },
    remove: null,
  },
  withdraw: {
    title: 'list.followUp.withdraw',
    wordsOf: () => '',
    progress: null,
    stop: { done: 'message.withdrawalStopped', tooLate: 'message.tooLate' },
    remove: null,
  },
  rate: {
    title: 'list.followUp.rate',
    wordsOf: () => '',
    progress: null,
    // It can be changed at any time.
    stop: null,
    remove: null,
  },
};

/** They fit their entry, since they were found by its own type; see `rulesOf`. */
export function textsOf({ command }: OutboxRow<WaitingCommand>): CommandTexts<WaitingCommand> {
  return TEXTS[command.type];
}

export function wordsOf(entry: OutboxRow<WaitingCommand>): string {
  return textsOf(entry).wordsOf(entry.command);
}

/** A request that waits is called by its kind; whatever else waits is not. */
export function contextOf(entry: OutboxRow<WaitingCommand>) {
  return ofKind(isRequestEntry(entry) ? entry.command.content.kind : null);
}
