import type { ParseKeys } from 'i18next';
import type { OutboxRow, WaitingCommand } from '../../db/core/schema.ts';
import { type CommandOf, isRequestEntry } from '../../db/outbox/commands.ts';
import { ofKind } from '../../parts/of-kind.ts';

type Key = ParseKeys<'sync'>;

/** The texts and buttons of a command that waits; keys of the namespace `sync`. */
interface CommandTexts<C extends WaitingCommand> {
  /** The title, with the request's reference. Null: there is no reference yet, and kind and topic are the title. */
  title: Key | null;
  /** The citizen's words, which tell it from other entries; empty where the title does. */
  wordsOf(command: C): string;
  /** The key of the texts for the progress of its attachments; null: it has none. */
  progress: 'notSent' | 'message' | null;
  /** The texts of **Não enviar**, done and too late. Null: the entry cannot be stopped. */
  stop: { done: Key; tooLate: Key } | null;
  /** The texts of **Eliminar**, and of *Desfazer* after it. Null: neither is offered. */
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

/** The texts of the entry's own type; see `rulesOf`. */
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
