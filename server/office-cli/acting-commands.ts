import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import type {
  OfficeActBody,
  OfficeFileName,
  OfficeRequestBody,
  OfficeSpokenAct,
} from '../../contract/office-types.ts';
import type { OfficeAction } from '../../domain/office-moves.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { sha256Hex } from '../../shared/sha256.ts';
import { contentDigest } from '../office-api/office-env.ts';
import { type Command, Unanswered } from './command.ts';
import type { Answered, Desk, OfficeClient } from './office-client.ts';

const COMMON = '[--seen <moves>] [--id <id>]';
const SPOKEN = `[--text <words>] [--file <path>]… ${COMMON}`;

export const ACTING_COMMANDS: Record<OfficeAction, Command<Desk>> = {
  review: actBy('review', COMMON, 'says that somebody looks into it'),
  ask: actBy('ask', SPOKEN, 'asks the citizen; the words come with --text, or are piped in'),
  answer: actBy('answer', SPOKEN, 'answers the citizen; the words come with --text, or are piped in'),
  forward: actBy(
    'forward',
    `--to <office> | --service <id> [--note <words>] ${SPOKEN}`,
    'gives it to another office, or to one of its services with a note for them, and tells the citizen',
  ),
  close: actBy('close', COMMON, 'closes what is answered'),
};

const OPTIONS = {
  text: { type: 'string' },
  file: { type: 'string', multiple: true },
  to: { type: 'string' },
  service: { type: 'string' },
  note: { type: 'string' },
  seen: { type: 'string' },
  id: { type: 'string' },
} as const;

function actBy(action: OfficeAction, takes: string, does: string): Command<Desk> {
  return {
    takes: `<reference> ${takes}`,
    does,
    async run({ office, readInput }, args) {
      const { values, positionals } = parseArgs({ args, allowPositionals: true, options: OPTIONS });
      const reference = encodeURIComponent(positionals[0] ?? '');
      if (reference === '') return err(`Say which: ${action} <reference>`);
      if (values.seen !== undefined && !/^[1-9][0-9]{0,8}$/.test(values.seen))
        return err('--seen must be the number that show tells.');
      const misplaced = findMisplaced(action, values);
      if (misplaced !== null) return err(misplaced);
      const id = values.id ?? randomUUID();
      const body = isSilent(action) ? '' : (values.text ?? (await readInput())).trim();
      if (!isSilent(action) && body === '')
        return err('There are no words: give them with --text, or pipe them in.');
      const files = await readFiles(values.file ?? []);
      if (!files.ok) return files;
      const sent = await sendAll(office, reference, id, files.value);
      if (!sent.ok) return tellHowAgain(sent.error, id);
      const seen = values.seen === undefined ? {} : { seenMoves: Number(values.seen) };
      const json = describeAct(action, { body, files: sent.value, ...seen }, values);
      const acted = await office.ask<OfficeRequestBody>('PUT', `/requests/${reference}/acts/${id}`, { json });
      if (!acted.ok) return tellHowAgain(acted.error, id);
      const { request } = acted.value;
      return ok(`${request.reference} is ${request.state}.`);
    },
  };
}

function isSilent(action: OfficeAction): action is 'review' | 'close' {
  return action === 'review' || action === 'close';
}

/** The options of `forward`. */
interface Destination {
  to?: string | undefined;
  service?: string | undefined;
  note?: string | undefined;
}

/** Returns what is wrong with options that the act would silently leave out. */
function findMisplaced(
  action: OfficeAction,
  { text, file, to, service, note }: Destination & { text?: string | undefined; file?: string[] | undefined },
): string | null {
  if (isSilent(action) && (text ?? file) !== undefined)
    return `${action} says nothing: leave out --text and --file.`;
  if (action !== 'forward')
    return (to ?? service ?? note) === undefined ? null : '--to, --service and --note are for forward alone.';
  if ((to === undefined) === (service === undefined))
    return 'Say which office has it from then on: --to <office> or --service <id>';
  return note !== undefined && service === undefined ? '--note goes with --service.' : null;
}

function describeAct(
  action: OfficeAction,
  { body, files, ...seen }: Pick<OfficeSpokenAct, 'body' | 'files' | 'seenMoves'>,
  { to = '', service, note }: Destination,
): OfficeActBody {
  if (isSilent(action)) return { action, ...seen };
  const said = { body, ...(files && { files }), ...seen };
  if (action !== 'forward') return { action, ...said };
  if (service === undefined) return { action, otherOffice: to, ...said };
  return { action, service, ...(note !== undefined && { note }), ...said };
}

/** The same id makes it the same act, whether the first call had arrived or not. */
export function tellHowAgain(error: string | Unanswered, id: string): Result<string, string | Unanswered> {
  if (typeof error === 'string') return err(error);
  return err(new Unanswered(`${error.sentence} To be sure, say the same again with --id ${id}`));
}

interface LocalFile {
  name: string;
  bytes: Uint8Array;
}

async function readFiles(paths: readonly string[]): Promise<Result<LocalFile[], string>> {
  const files: LocalFile[] = [];
  for (const path of paths) {
    const bytes = await readFile(path).catch(() => null);
    if (bytes === null) return err(`${path} cannot be read.`);
    files.push({ name: basename(path), bytes });
  }
  return ok(files);
}

/** A file's id derives from the act's, so that a second try sends the same files. */
async function sendAll(
  office: OfficeClient,
  reference: string,
  actId: string,
  files: readonly LocalFile[],
): Answered<OfficeFileName[]> {
  const sent: OfficeFileName[] = [];
  for (const [place, { name, bytes }] of files.entries()) {
    const id = actId.slice(0, -2) + place.toString(16).padStart(2, '0');
    const sha256 = await sha256Hex(bytes);
    const headers = {
      'Content-Type': 'application/octet-stream',
      'Content-Digest': contentDigest(sha256),
    };
    const kept = await office.ask('PUT', `/requests/${reference}/files/${id}`, { bytes, headers });
    if (!kept.ok) return kept;
    sent.push({ id, name, sha256 });
  }
  return ok(sent);
}
