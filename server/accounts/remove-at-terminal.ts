import { createInterface } from 'node:readline/promises';
import { parseNiss } from '../../domain/niss.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { citizenOf, findCitizenId } from '../citizens.ts';
import type { Context } from '../context.ts';
import { closeAccount, countHoldings, type Holdings } from './close-account.ts';

/**
 * Closes the account whose NISS somebody types at a terminal. They first read what goes and what stays, and type the name as well. Returns a sentence for the
 * terminal that says what was done, or why nothing was.
 */
export async function removeAtTerminal(
  context: Context,
  input: NodeJS.ReadableStream,
  output: NodeJS.WritableStream,
): Promise<Result<string, string>> {
  const terminal = createInterface({ input, output, terminal: true, historySize: 0 });
  try {
    const niss = parseNiss(await terminal.question('NISS: '));
    const citizenId = niss.ok ? await findCitizenId(context.db, context.seal, niss.value) : undefined;
    if (citizenId === undefined) return err('Nobody is known by this NISS.');
    const { name } = await citizenOf(context.db, citizenId);
    output.write(`${foretell(name, await countHoldings(context.db, citizenId))}\n`);
    const typed = await terminal.question('The name again, to close the account: ');
    if (typed.trim() !== name) return err('Nothing was changed.');
    const { hasRequests } = await closeAccount(context, citizenId);
    return ok(
      `The account is closed. ${hasRequests ? WITH_REQUESTS : 'Nothing of it is kept.'} ${IN_BACKUPS}`,
    );
  } finally {
    terminal.close();
  }
}

const WITH_REQUESTS =
  'Its requests, with the NISS and the name, are kept for as long as RETENTION_CLOSED_YEARS says; once they have gone, this command lets go of the rest.';

const IN_BACKUPS =
  'In backups of before it is open: keep a note of this where they are, to close it again after a restore.';

function foretell(name: string, { drafts, files, requests }: Holdings): string {
  const goes = `${count(drafts, 'draft')} and ${count(files, 'file')} that no request names`;
  return `${name} has ${goes}, which go with the palavra-chave, the address and each session; and ${count(requests, 'request')}, which the office keeps.`;
}

function count(howMany: number, what: string): string {
  return `${howMany} ${what}${howMany === 1 ? '' : 's'}`;
}
