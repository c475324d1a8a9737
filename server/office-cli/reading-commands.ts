import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type {
  OfficeFigures,
  OfficeFiguresRow,
  OfficeNewsPage,
  OfficeRequestBody,
  OfficeRequestSummary,
  OfficeWaitingPage,
} from '../../contract/office-types.ts';
import type { Attachment } from '../../contract/types.ts';
import { filledFields } from '../../domain/written/words.ts';
import { err, ok } from '../../shared/result.ts';
import { type Command, printable } from './command.ts';
import type { Answered, Desk, OfficeClient } from './office-client.ts';

export const READING_COMMANDS: Record<string, Command<Desk>> = {
  figures: {
    takes: '[--by week|topic|service|kind|cell]',
    does: 'counts what was received, answered, waits and is overdue; without --by, all together',
    async run({ office }, args) {
      const { values } = parseArgs({ args, options: { by: { type: 'string', default: 'all' } } });
      const figures = await office.ask<OfficeFigures>('GET', `/figures?by=${encodeURIComponent(values.by)}`);
      if (!figures.ok) return figures;
      const { countedAt, receivedFrom, rows } = figures.value;
      if (countedAt === null) return ok('Nothing was counted yet.');
      return ok(
        [`Counted at ${countedAt}, received since ${receivedFrom}`, ...rows.map(figuresLine)].join('\n'),
      );
    },
  },
  list: {
    takes: '[--complaints] [--after <place>]',
    does: 'lists what waits for the office, the oldest due date first',
    async run({ office }, args) {
      const options = { after: { type: 'string' }, complaints: { type: 'boolean' } } as const;
      const { after, complaints } = parseArgs({ args, options }).values;
      const query = new URLSearchParams({
        ...(complaints && { kind: 'complaint' }),
        ...(after && { after }),
      });
      const page = await office.ask<OfficeWaitingPage>('GET', `/requests?${query}`);
      if (!page.ok) return page;
      const { requests, next } = page.value;
      const more =
        next === null ? [] : [`There is more: list ${complaints ? '--complaints ' : ''}--after ${next}`];
      return ok([...requests.map(lineOf), ...more].join('\n') || 'Nothing waits.');
    },
  },
  news: {
    takes: '[--cursor <cursor>]',
    does: 'tells what has happened since a cursor, and the next one',
    async run({ office }, args) {
      const { values } = parseArgs({ args, options: { cursor: { type: 'string' } } });
      const query = values.cursor === undefined ? '' : `?cursor=${encodeURIComponent(values.cursor)}`;
      const page = await office.ask<OfficeNewsPage>('GET', `/news${query}`);
      if (!page.ok) return page;
      const { news, cursor, more } = page.value;
      const lines = news.map(({ at, what, request }) => `${at}  ${what.padEnd(9)}  ${request.reference}`);
      return ok([...lines, `${more ? 'There is more: ' : ''}news --cursor ${cursor}`].join('\n'));
    },
  },
  show: {
    takes: '<reference> [--save <folder>]',
    does: 'shows a request with all that was said, and saves its files',
    async run({ office }, args) {
      const options = { save: { type: 'string' } } as const;
      const { values, positionals } = parseArgs({ args, allowPositionals: true, options });
      const reference = encodeURIComponent(positionals[0] ?? '');
      if (reference === '') return err('Say which: show <reference>');
      const read = await office.ask<OfficeRequestBody>('GET', `/requests/${reference}`);
      if (!read.ok) return read;
      const folder = values.save;
      if (folder === undefined) return ok(describeRequest(read.value));
      const saved = await saveFiles(office, folder, reference, attachmentsOf(read.value));
      return saved.ok ? ok([describeRequest(read.value), ...saved.value].join('\n')) : saved;
    },
  },
};

function figuresLine({ countedBy, week, topic, service, kind, ...figures }: OfficeFiguresRow): string {
  const keys = {
    all: [],
    week: [week],
    topic: [topic?.label],
    service: [service],
    kind: [kind],
    cell: [week, topic?.label, service],
  };
  const names = keys[countedBy].map((name) => printable(name ?? 'none'));
  return [...names, ...Object.entries(figures).map(([name, value]) => `${name} ${value ?? '-'}`)].join('  ');
}

export function lineOf({ reference, dueOn, state, kind, citizenName }: OfficeRequestSummary): string {
  return [reference, dueOn, state.padEnd(10), kind.padEnd(13), printable(citizenName)].join('  ');
}

function describeRequest({ request, citizenName, messages, moves }: OfficeRequestBody): string {
  const { reference, kind, state, dueOn, office, attachments } = request;
  const said = messages.flatMap(({ sentAt, author, purpose, body, attachments: files }) => [
    `\n${sentAt}  ${author}, ${purpose}`,
    printable(body),
    ...files.map(fileLine),
  ]);
  return [
    `${reference}  ${printable(citizenName)}`,
    `${kind}, ${state}, due on ${dueOn}, at ${printable(office.name)}; --seen ${moves}`,
    '',
    ...filledFields(request).map(({ text }) => printable(text)),
    ...attachments.map(fileLine),
    ...said,
  ].join('\n');
}

function fileLine({ id, name, size }: Attachment): string {
  return `  [${id}] ${printable(name)}, ${size} bytes`;
}

function attachmentsOf({ request, messages }: OfficeRequestBody): Attachment[] {
  return [...request.attachments, ...messages.flatMap(({ attachments }) => attachments)];
}

/** Saves each file under its id: a name that somebody else chose must not decide where it goes on this machine. */
async function saveFiles(
  office: OfficeClient,
  folder: string,
  reference: string,
  attachments: readonly Attachment[],
): Answered<string[]> {
  const saved: string[] = [];
  for (const { id, name } of attachments) {
    const file = await office.download(`/requests/${reference}/attachments/${id}`);
    if (!file.ok) return file;
    const [, ending = ''] = /(\.[A-Za-z0-9]{1,5})$/.exec(name) ?? [];
    const path = join(folder, `${id}${ending}`);
    await writeFile(path, file.value);
    saved.push(`Saved ${path}`);
  }
  return ok(saved);
}
