import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { giveUp } from '../src/lib/serving/listen.ts';
import { askPerson } from './accounts/ask-person.ts';
import { hashPeople, keepAccounts, type Person } from './accounts/keep-account.ts';
import { judgePerson, readPeople, withPlainNiss } from './accounts/read-people.ts';
import { openAtTerminal } from './open-at-terminal.ts';

const USAGE = `npm run citizens -- add               asks for one person
npm run citizens -- import people.csv reads many; - reads what is piped in`;

const [action, file] = process.argv.slice(2);
const people = await read();
const context = await openAtTerminal();

const hashed = await hashPeople(people);
await context.db.transaction().execute((tx) => keepAccounts(tx, context.seal, hashed));
await context.db.destroy();
console.log(`${people.length} may sign in with NISS and palavra-chave.`);

async function read(): Promise<Person[]> {
  if (action === 'import' && file !== undefined) {
    const rows = readPeople(await (file === '-' ? text(process.stdin) : readFile(file, 'utf8')));
    return rows.ok ? rows.value : giveUp(rows.error.join('\n'));
  }
  if (action !== 'add') giveUp(USAGE);
  if (!process.stdin.isTTY)
    giveUp('Whoever is added is asked for at a terminal. To read from a pipe: import -');
  const person = await askPerson(process.stdin, process.stderr);
  const sentences = judgePerson(person);
  return sentences.length > 0 ? giveUp(sentences.join('\n')) : [withPlainNiss(person)];
}
