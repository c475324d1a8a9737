import type { ParseKeys } from 'i18next';
import type { OutboxRow, WaitingCommand } from '../../db/core/schema.ts';
import { type CommandOf, isRequestEntry } from '../../db/outbox/commands.ts';
import { ofKind } from '../../parts/of-kind.ts';

type Key = ParseKeys<'sync'>;

/** The texts and buttons of a command that waits; keys of the namespace `sync`. */
interface CommandTexts<C extends WaitingCommand> {
  /** The title, with the request's reference. Null for a request that has no reference yet: its kind and topic are the title. */
  title: Key | null;
  /** Returns the citizen's words, which tell the entry from others; empty where the title does. */
  wordsOf(command: C): string;
  /** The key of the texts for the progress of its attachments; null if it has none. */
  progress: 'notSent' | 'message' | null;
  /** The texts of **Não enviar**, when done and when too late. Null if the entry cannot be stopped. */
  stop: { done: Key; tooLate: Key } | null;
  /** The texts of **Eliminar** and of **Desfazer** after it. Null if neither is offered. */
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
    // A rating can be changed at any time, so it needs no button to stop it.
    stop: null,
    remove: null,
  },
};

/** Returns the texts for the entry's own type. `wordsOf` must stay a method, for the reason given at `rulesOf`. */
export function textsOf({ command }: OutboxRow<WaitingCommand>): CommandTexts<WaitingCommand> {
  return TEXTS[command.type];
}

export function wordsOf(entry: OutboxRow<WaitingCommand>): string {
  return textsOf(entry).wordsOf(entry.command);
}

/** Returns the context for texts: a waiting request is called by its kind, other commands are not. */
export function contextOf(entry: OutboxRow<WaitingCommand>) {
  return ofKind(isRequestEntry(entry) ? entry.command.content.kind : null);
}
