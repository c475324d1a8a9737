import { expect, it } from 'vitest';
import { setUpTerminal } from '../testing/office-terminal.ts';

const WORDS = 'A nota diz respeito ao mês de outubro.';

const { clocks, context, office, atServer, ask } = await setUpTerminal();

it('services are made where the server runs, and requests are given to them, to clerks, and noted of, from anywhere', async () => {
  const serve = (...args: string[]) => atServer('service', ...args);
  await context.db
    .insertInto('clerks')
    .values({ userName: 'ana', name: 'Ana Exemplo', passwordHash: '', totpSealed: null })
    .execute();
  expect(await office('services', [])).toBe('There is none: every clerk sees every request.');
  expect(await serve('add', 'geral', '--name', 'Atendimento geral')).toMatch(/^geral has every request\./);
  expect(await serve('add', 'familia', '--name', 'Família')).toBe('familia is there.');
  expect(await serve('put', 'ana', 'familia')).toBe('ana is in familia.');
  expect(await serve('lead', 'family', 'familia')).toMatch(/goes to familia\.$/);
  expect(await serve('lead', 'nothing', 'familia')).toMatch(/^! There is no topic nothing\./);
  expect(await serve('put', 'rui', 'familia')).toBe('! There is no clerk rui.');
  expect(await serve('rename', 'familia', '--name', 'Prestações familiares')).toMatch(/^familia is called/);
  expect(await office('services', [])).toBe(
    'geral  Atendimento geral\nfamilia  Prestações familiares  ana  family',
  );
  const { reference } = await ask();
  const forward = [reference, '--service', 'familia', '--note', 'É convosco.', '--text', WORDS];
  expect(await office('forward', forward)).toBe(`${reference} is forwarded.`);
  expect(await office('assign', [reference, '--to', 'ana'])).toBe(`ana has ${reference}.`);
  expect(await office('assign', [reference, '--nobody', '--seen', 'rui'])).toMatch(/^! Something has/);
  expect(await office('assign', [reference, '--nobody'])).toBe(`Nobody has ${reference}.`);
  expect(await office('assign', [reference])).toBe('! Say --to <user> or --nobody.');
  clocks.advance(1);
  expect(await office('note', [reference, '--text', 'Falta o recibo.'])).toBe('It is kept.');
  expect(await office('notes', [reference])).toMatch(/token gestao-documental\nÉ convosco\.\n\n.*\nFalta/);
  expect(await serve('remove', 'familia', '--to', 'familia')).toMatch(/^! Say which other/);
  expect(await serve('remove', 'geral', '--to', 'familia')).toBe(
    'geral is no more, and familia has its requests.',
  );
  expect(await atServer('token', 'add', 'so-familia', '--service', 'nenhum')).toMatch(
    /^! There is no service/,
  );
  await atServer('token', 'add', 'so-familia', '--service', 'familia');
  expect(await atServer('token', 'list')).toMatch(/so-familia .*, for familia alone/);
  expect(await serve('list')).toContain('familia  Prestações familiares (has what no topic leads elsewhere)');
});
