import { PassThrough, Writable } from 'node:stream';
import { expect, it } from 'vitest';
import { askPerson } from './ask-person.ts';
import { readPeople } from './read-people.ts';

const RITA = {
  niss: '12345678902',
  name: 'Modelo, Rita «a "velha"»',
  email: 'rita@exemplo.pt',
  password: 'x;y',
};

it.each([
  ['commas', 'niss,name,email,password\n123 456 789-02,"Modelo, Rita «a ""velha""»",rita@exemplo.pt,x;y\n'],
  [
    'semicolons and line ends of Windows, its columns in another order, after the mark of a spreadsheet',
    '\ufeffpassword;email;name;niss;x\r\n"x;y";rita@exemplo.pt;"Modelo, Rita «a ""velha""»";12345678902;\r\n',
  ],
])('a table with %s tells who may sign in', (_name, csv) => {
  expect(readPeople(csv)).toEqual({ ok: true, value: [RITA] });
});

it('a table with mistakes is refused whole, and nothing of it is repeated', () => {
  const csv = 'niss,name,email,password\n12345678902,Rita,rita@exemplo.pt,x\n12345678903,,rita,\n';
  expect(readPeople(csv)).toEqual({
    ok: false,
    error: [
      'Row 3: the NISS is not one.',
      'Row 3: the name is missing.',
      'Row 3: the e-mail is no address.',
      'Row 3: the palavra-chave must have 1 to 200 characters.',
    ],
  });
});

it.each(['', 'niss,name\n1,2\n', 'niss,name,email,password\n"open'])(
  'what is no such table is refused: %j',
  (csv) => {
    expect(readPeople(csv)).toMatchObject({ ok: false });
  },
);

it('somebody who is typed in at a terminal is asked for one thing after the other, and the palavra-chave is not shown', async () => {
  const keys = new PassThrough();
  const answers = ['12345678902', 'Rita', 'rita@exemplo.pt', 'só minha'];
  let shown = '';
  const screen = new Writable({
    write(chunk, _encoding, done) {
      shown += String(chunk);
      if (String(chunk).endsWith(': ')) setImmediate(() => keys.write(`${answers.shift()}\r`));
      done();
    },
  });
  const person = await askPerson(keys, screen);
  expect(person).toEqual({
    niss: '12345678902',
    name: 'Rita',
    email: 'rita@exemplo.pt',
    password: 'só minha',
  });
  expect(shown).toContain('Palavra-chave: ');
  expect(shown).not.toContain('só minha');
});
