import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import type { OfficeFound, OfficeSavedReplyList } from '../../contract/office-types.ts';
import { err, ok } from '../../shared/result.ts';
import { tellHowAgain } from './acting-commands.ts';
import { type Command, printable } from './command.ts';
import type { Desk } from './office-client.ts';
import { lineOf } from './reading-commands.ts';

export const SEARCH_COMMANDS: Record<string, Command<Desk>> = {
  search: {
    takes: '[<words>…]',
    does: 'finds requests by reference, NISS, name or words; what no history of a terminal shall keep is piped in',
    async run({ office, readInput }, args) {
      const { positionals } = parseArgs({ args, allowPositionals: true });
      const sought = (positionals.join(' ') || (await readInput())).trim();
      if (sought === '') return err('There are no words: give them, or pipe them in.');
      const found = await office.ask<OfficeFound>('POST', '/searches', { json: { sought } });
      if (!found.ok) return found;
      const { requests, more } = found.value;
      const rest = more ? ['These are the newest: say more to find others.'] : [];
      return ok([...requests.map(lineOf), ...rest].join('\n') || 'Nothing is found.');
    },
  },
  replies: {
    takes: '',
    does: 'tells everybody’s saved replies',
    async run({ office }) {
      const read = await office.ask<OfficeSavedReplyList>('GET', '/saved-replies');
      if (!read.ok) return read;
      const lines = read.value.replies.map(({ id, title, body, topic, kind, beginsAnswer }) => {
        const begins = beginsAnswer ? 'begins the answer' : '';
        const about = [id, printable(title), topic ?? '', kind ?? '', begins].join('  ').trimEnd();
        return [about, printable(body)].join('\n');
      });
      return ok(lines.join('\n\n') || 'There is none.');
    },
  },
  'keep-reply': {
    takes:
      '--title <words> [--text <words>] [--topic <id>] [--kind <kind>] [--[no-]begins-answer] [--id <id>]',
    does: 'saves a reply for everybody, or, with its id, another wording of it; the words come with --text, or are piped in; with --begins-answer it stands in the field of an answer to what it is about, to be read',
    async run({ office, readInput }, args) {
      const options = {
        title: { type: 'string' },
        text: { type: 'string' },
        topic: { type: 'string' },
        kind: { type: 'string' },
        'begins-answer': { type: 'boolean' },
        id: { type: 'string' },
      } as const;
      const { values } = parseArgs({ args, options, allowNegative: true });
      const { title, id = randomUUID(), topic = null, kind = null, 'begins-answer': beginsAnswer } = values;
      if (!title) return err('Say its title: --title <words>');
      const body = (values.text ?? (await readInput())).trim();
      if (body === '') return err('There are no words: give them with --text, or pipe them in.');
      const json = { title, body, topic, kind, beginsAnswer };
      const kept = await office.ask('PUT', `/saved-replies/${encodeURIComponent(id)}`, { json });
      return kept.ok ? ok(`${id} is saved.`) : tellHowAgain(kept.error, id);
    },
  },
  'remove-reply': {
    takes: '<id>',
    does: 'removes one of everybody’s saved replies',
    async run({ office }, args) {
      const [id = ''] = parseArgs({ args, allowPositionals: true }).positionals;
      if (id === '') return err('Say which: remove-reply <id>');
      const removed = await office.ask('DELETE', `/saved-replies/${encodeURIComponent(id)}`);
      return removed.ok ? ok('It is removed.') : removed;
    },
  },
};
