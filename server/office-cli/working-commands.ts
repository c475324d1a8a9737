import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import type { OfficeNoteList, OfficeRequestBody, OfficeServiceList } from '../../contract/office-types.ts';
import { err, ok } from '../../shared/result.ts';
import { tellHowAgain } from './acting-commands.ts';
import { type Command, printable } from './command.ts';
import type { Desk } from './office-client.ts';

/** Commands about what no citizen reads. */
export const WORKING_COMMANDS: Record<string, Command<Desk>> = {
  services: {
    takes: '',
    does: 'tells the office’s services, with their clerks and topics',
    async run({ office }) {
      const read = await office.ask<OfficeServiceList>('GET', '/services');
      if (!read.ok) return read;
      const lines = read.value.services.map(({ id, name, clerks, topics }) =>
        [id, printable(name), clerks.join(','), topics.join(',')].join('  ').trimEnd(),
      );
      return ok(lines.join('\n') || 'There is none: every clerk sees every request.');
    },
  },
  assign: {
    takes: '<reference> --to <user> | --nobody [--seen <user>]',
    does: 'says which clerk has a request; with --seen only if that one has it still',
    async run({ office }, args) {
      const options = {
        to: { type: 'string' },
        nobody: { type: 'boolean' },
        seen: { type: 'string' },
      } as const;
      const { values, positionals } = parseArgs({ args, allowPositionals: true, options });
      const reference = encodeURIComponent(positionals[0] ?? '');
      if (reference === '') return err('Say which: assign <reference>');
      if ((values.to === undefined) === (values.nobody !== true)) return err('Say --to <user> or --nobody.');
      const seen = values.seen === undefined ? {} : { seenAssignee: values.seen };
      const json = { assignee: values.to ?? null, ...seen };
      const given = await office.ask<OfficeRequestBody>('PUT', `/requests/${reference}/assignee`, { json });
      if (!given.ok) return given;
      const { request, assignee } = given.value;
      return ok(
        assignee ? `${assignee.userName} has ${request.reference}.` : `Nobody has ${request.reference}.`,
      );
    },
  },
  notes: {
    takes: '<reference>',
    does: 'reads what the office tells itself of a request',
    async run({ office }, args) {
      const { positionals } = parseArgs({ args, allowPositionals: true });
      const reference = encodeURIComponent(positionals[0] ?? '');
      if (reference === '') return err('Say which: notes <reference>');
      const read = await office.ask<OfficeNoteList>('GET', `/requests/${reference}/notes`);
      if (!read.ok) return read;
      const notes = read.value.notes.map(
        ({ body, writtenBy, writtenAt }) => `${writtenAt}  ${writtenBy}\n${printable(body)}`,
      );
      return ok(notes.join('\n\n') || 'There is none.');
    },
  },
  note: {
    takes: '<reference> [--text <words>] [--id <id>]',
    does: 'writes a note that no citizen reads; the words come with --text, or are piped in',
    async run({ office, readInput }, args) {
      const options = { text: { type: 'string' }, id: { type: 'string' } } as const;
      const { values, positionals } = parseArgs({ args, allowPositionals: true, options });
      const reference = encodeURIComponent(positionals[0] ?? '');
      if (reference === '') return err('Say which: note <reference>');
      const id = values.id ?? randomUUID();
      const body = (values.text ?? (await readInput())).trim();
      if (body === '') return err('There are no words: give them with --text, or pipe them in.');
      const kept = await office.ask('PUT', `/requests/${reference}/notes/${id}`, { json: { body } });
      return kept.ok ? ok('It is kept.') : tellHowAgain(kept.error, id);
    },
  },
};
