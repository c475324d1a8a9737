import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import type { Person } from './keep-account.ts';

/** Asks somebody at a terminal for a person. The terminal does not show the palavra-chave, and the shell's history keeps none of the answers. */
export async function askPerson(
  input: NodeJS.ReadableStream,
  output: NodeJS.WritableStream,
): Promise<Person> {
  let isHidden = false;
  const shown = new Writable({
    write(chunk, _encoding, done) {
      if (!isHidden) output.write(chunk);
      done();
    },
  });
  const terminal = createInterface({ input, output: shown, terminal: true, historySize: 0 });
  const niss = await terminal.question('NISS: ');
  const name = await terminal.question('Name: ');
  const email = await terminal.question('E-mail: ');
  const typed = terminal.question('Palavra-chave: ');
  isHidden = true;
  const password = await typed;
  terminal.close();
  output.write('\n');
  return { niss, name: name.trim(), email: email.trim(), password };
}
