import { parseArgs } from 'node:util';
import { err, ok } from '../../shared/result.ts';
import { isReference } from '../office/read-request.ts';
import { type KeptEntry, readRecord } from '../office/record.ts';
import { isPlainName } from '../plain-name.ts';
import type { Command } from './command.ts';

const LINES = 200;

export const RECORD_COMMANDS: Record<string, Command> = {
  record: {
    takes: '[--by <user or token>] [--reference <reference>] [--before <number>]',
    does: 'tells who of the office signed in, was refused, and read what; the newest last',
    async run({ db }, args) {
      const { values } = parseArgs({
        args,
        options: {
          by: { type: 'string' },
          reference: { type: 'string' },
          before: { type: 'string' },
        },
      });
      const { by, reference, before } = values;
      if (by !== undefined && !isPlainName(by)) return err('Say --by <user or token>.');
      if (reference !== undefined && !isReference(reference)) return err('Say --reference EC-2026-0000123.');
      if (before !== undefined && !/^[0-9]{1,15}$/.test(before)) return err('Say --before <number>.');
      const query = { by, reference, ...(before !== undefined && { before: Number(before) }) };
      const entries = await readRecord(db, query, LINES + 1);
      if (entries.length === 0) return ok('The record says nothing of it.');
      const oldest = entries[LINES - 1];
      const lines = entries.slice(0, LINES).toReversed().map(lineOf);
      return ok(
        (entries.length > LINES && oldest ? [`Older: --before ${oldest.id}`, ...lines] : lines).join('\n'),
      );
    },
  },
};

function lineOf({ at, who, what, reference, about }: KeptEntry): string {
  return [new Date(at).toISOString(), who, what, reference ?? '', about ?? ''].join('  ').trimEnd();
}
