import { parseNiss } from '../../domain/niss.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { isAddress } from '../mail/mask-address.ts';
import type { Person } from './keep-account.ts';

const COLUMNS = ['niss', 'name', 'email', 'password'] as const;
const PASSWORD_MAX = 200;

/** Reads a table of people whose first row names the columns. The sentences that say what is wrong with it quote nothing of it. */
export function readPeople(csv: string): Result<Person[], string[]> {
  const text = csv.replace(/^\ufeff/, '');
  const separator = text.split('\n', 1)[0]?.includes(';') ? ';' : ',';
  const [header = [], ...rows] = readRows(text, separator);
  const places = COLUMNS.map((column) => header.indexOf(column));
  if (places.includes(-1)) return err([`The first row must name the columns ${COLUMNS.join(', ')}.`]);
  const people = rows.map((row) => {
    const [niss = '', name = '', email = '', password = ''] = places.map((place) => row[place]?.trim());
    return { niss, name, email, password };
  });
  const sentences = people.flatMap((person, index) =>
    judgePerson(person).map((sentence) => `Row ${index + 2}: ${sentence}`),
  );
  return sentences.length > 0 ? err(sentences) : ok(people.map(withPlainNiss));
}

/** Lists what is wrong with the fields of a person, one sentence each. */
export function judgePerson({ niss, name, email, password }: Person): string[] {
  const sentences: string[] = [];
  if (!parseNiss(niss).ok) sentences.push('the NISS is not one.');
  if (name === '') sentences.push('the name is missing.');
  if (!isAddress(email)) sentences.push('the e-mail is no address.');
  if (password === '' || password.length > PASSWORD_MAX)
    sentences.push(`the palavra-chave must have 1 to ${PASSWORD_MAX} characters.`);
  return sentences;
}

export function withPlainNiss(person: Person): Person {
  const niss = parseNiss(person.niss);
  return niss.ok ? { ...person, niss: niss.value } : person;
}

/** Reads CSV as RFC 4180 defines it: a cell in quotes may hold separators, line ends, and quotes that are doubled. */
function readRows(text: string, separator: string): string[][] {
  const cell = new RegExp(`(?:"((?:[^"]|"")*)"|([^"${separator}\\r\\n]*))(${separator}|\\r?\\n|$)`, 'y');
  const rows: string[][] = [[]];
  while (cell.lastIndex < text.length) {
    const [, quoted, plain = '', end] = cell.exec(text) ?? [];
    if (end === undefined) return [];
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end !== separator && cell.lastIndex < text.length) rows.push([]);
  }
  return rows;
}
