import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { giveUp } from '../serving/listen.ts';
import { askPerson } from './accounts/ask-person.ts';
import { hashPeople, keepAccounts, type Person } from './accounts/keep-account.ts';
import { judgePerson, readPeople, withPlainNiss } from './accounts/read-people.ts';
import { removeAtTerminal } from './accounts/remove-at-terminal.ts';
import { PROGRAM } from './how-to-call.ts';
import { atTerminal } from './open-at-terminal.ts';

const USAGE = `${PROGRAM} citizens add               asks for one person
${PROGRAM} citizens import people.csv reads many; - reads what is piped in
${PROGRAM} citizens remove            asks whose account is closed`;

/** Runs `npm run server -- citizens add` and the other commands about citizens. */
export async function runCitizens([action, file]: string[]): Promise<void> {
  if (action === 'remove') await remove();
  else await keep(await read(action, file));
}

async function remove(): Promise<void> {
  requireTerminal('Whose account is closed is asked for at a terminal.');
  const removed = await atTerminal((context) => removeAtTerminal(context, process.stdin, process.stderr));
  console.log(removed.ok ? removed.value : giveUp(removed.error));
}

async function keep(people: readonly Person[]): Promise<void> {
  await atTerminal(async ({ db, seal, hashing }) => {
    const hashed = await hashPeople(hashing, people);
    await db.transaction().execute((tx) => keepAccounts(tx, seal, hashed));
  });
  console.log(
    `${people.length} may sign in with NISS and palavra-chave. Where they were signed in they are no more.`,
  );
}

async function read(action: string | undefined, file: string | undefined): Promise<Person[]> {
  if (action === 'import' && file !== undefined) {
    const rows = readPeople(await (file === '-' ? text(process.stdin) : readFile(file, 'utf8')));
    return rows.ok ? rows.value : giveUp(rows.error.join('\n'));
  }
  if (action !== 'add') giveUp(USAGE);
  requireTerminal('Whoever is added is asked for at a terminal. To read from a pipe: import -');
  const person = await askPerson(process.stdin, process.stderr);
  const sentences = judgePerson(person);
  return sentences.length > 0 ? giveUp(sentences.join('\n')) : [withPlainNiss(person)];
}

function requireTerminal(sentence: string): void {
  if (!process.stdin.isTTY) giveUp(sentence);
}
