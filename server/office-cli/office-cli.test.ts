import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { pdf } from '../../contract/conformance/subject.ts';
import type { Server } from '../../contract/server.ts';
import type { CitizenRequest } from '../../contract/types.ts';
import { IS_ALL } from '../../ops/test/level.ts';
import { countFigures } from '../figures/count-figures.ts';
import { setUpTerminal } from '../testing/office-terminal.ts';
import { runProgram, type Settings } from '../testing/run-program.ts';

const WORDS = 'A nota diz respeito ao mês de outubro.';

const { office, atServer, ask, pipe, maria, site, token, context } = await setUpTerminal();
const folder = mkdtempSync(join(tmpdir(), 'eclic-office-'));

afterAll(() => rmSync(folder, { recursive: true }));

it('somebody finds what waits, reads it, answers with a file, and closes it, and the citizen reads the answer', async () => {
  const { id, reference } = await ask();
  expect(await office('list', [])).toContain(
    `${reference}  2026-12-11  registered  clarification  Maria Exemplo`,
  );
  expect(await office('show', [reference])).toContain('Recebi uma nota de cobrança.');
  expect(await office('review', [reference])).toBe(`${reference} is inReview.`);
  const path = join(folder, 'Resposta.pdf');
  writeFileSync(path, pdf('Resposta'));
  pipe(`${WORDS}\n`);
  expect(await office('answer', [reference, '--file', path])).toBe(`${reference} is answered.`);
  expect(await office('close', [reference])).toBe(`${reference} is closed.`);
  const { body } = await maria().send<CitizenRequest>('GET', `/requests/${id}`);
  expect(body.history.map(({ state }) => state)).toEqual(['registered', 'inReview', 'answered', 'closed']);
  expect(await office('show', [reference])).toMatch(
    /office, answer\nA nota diz.*\n {2}\[.*\] Resposta\.pdf, \d+ bytes/,
  );
});

it('whoever leads has the figures, together or by one thing, and the complaints that wait', async () => {
  await context.db.deleteFrom('officeFiguresCounted').execute();
  expect(await office('figures', [])).toBe('Nothing was counted yet.');
  await ask();
  await countFigures(context);
  expect(await office('figures', [])).toMatch(
    /^Counted at 2026-11-25T.*, received since 2026-08-31\nreceived \d+ {2}answered \d+.*$/,
  );
  expect(await office('figures', ['--by', 'week'])).toMatch(/\n2026-11-23 {2}received \d+/);
  expect(await office('figures', ['--by', 'person'])).toMatch(/^! It cannot be sent as it is/);
  expect(await office('list', ['--complaints'])).not.toMatch(/clarification|information/);
});

it('what waits is also told as news, with the cursor to go on with', async () => {
  const { reference } = await ask();
  const told = await office('news', []);
  expect(told).toContain(`submitted  ${reference}`);
  const cursor = /news --cursor (\S+)$/.exec(told)?.[1] ?? '';
  await office('forward', [reference, '--to', 'Centro Distrital', '--text', WORDS]);
  expect(await office('news', ['--cursor', cursor])).toMatch(
    new RegExp(`^\\S+ {2}forwarded {2}${reference}\n`),
  );
});

it('files are saved under their ids, whatever somebody called them', async () => {
  const { reference, attachments } = await ask('Junto a nota de cobrança.', pdf('A nota'));
  const printed = await office('show', [reference, '--save', folder]);
  const path = join(folder, `${attachments[0]?.id}.pdf`);
  expect(printed).toContain(`Saved ${path}`);
  expect(Buffer.compare(readFileSync(path), pdf('A nota'))).toBe(0);
});

it('what a citizen wrote does nothing to the terminal', async () => {
  const { reference } = await ask('Olá \u001b]0;root\u0007\u009b2J\nmundo');
  const printed = await office('show', [reference]);
  expect(printed).toContain('Olá \u{fffd}]0;root\u{fffd}\u{fffd}2J\nmundo');
});

it.each([
  ['answer', ['EC-2026-9999999', '--text', WORDS], '! There is no such request.'],
  ['answer', [], '! Say which: answer <reference>'],
  ['answer', ['EC-2026-0000001'], '! There are no words: give them with --text, or pipe them in.'],
  ['answer', ['EC-2026-0000001', '--text', WORDS, '--file', '/nowhere'], '! /nowhere cannot be read.'],
  [
    'forward',
    ['EC-2026-0000001', '--text', WORDS],
    '! Say which office has it from then on: --to <office> or --service <id>',
  ],
  ['close', ['EC-2026-0000001', '--text', WORDS], '! close says nothing: leave out --text and --file.'],
  ['close', ['EC-2026-0000001', '--seen', 'all'], '! --seen must be the number that show tells.'],
])('%s %j is told what is wrong', async (name, args, sentence) => {
  expect(await office(name, args)).toBe(sentence);
});

it('what cannot be done is told, with the reasons', async () => {
  const { reference } = await ask();
  expect(await office('close', [reference])).toBe('! As the request stands this cannot be done.');
  expect(await office('answer', [reference, '--text', 'Não.'])).toMatch(
    /^! It cannot be sent as it is\.\n {2}body: descriptionTooShort/,
  );
  await office('review', [reference, '--seen', '1']);
  expect(await office('answer', [reference, '--text', WORDS, '--seen', '1'])).toMatch(
    /^! Something has happened/,
  );
  expect(await office('answer', [reference, '--txt', WORDS])).toMatch(/^! Unknown option '--txt'/);
});

it.each([
  ['nothing', () => Promise.reject(new TypeError('fetch failed'))],
  ['half a word', () => Promise.resolve(new Response('{"req'))],
])(
  'an answer of which the server told %s is said again under its id, and reaches the citizen once',
  async (_, arrive) => {
    const { reference } = await ask();
    const deaf: Server = async (request) => {
      await site(request);
      return arrive();
    };
    const told = await office('answer', [reference, '--text', WORDS], deaf);
    const id =
      /^\? .* does not answer\. To be sure, say the same again with --id (\S+)$/.exec(told)?.[1] ?? '';
    expect(await office('answer', [reference, '--text', WORDS, '--id', id])).toBe(
      `${reference} is answered.`,
    );
    expect((await office('show', [reference])).match(/office, answer/g)).toHaveLength(1);
  },
);

it('a token is made, listed without its secret, and taken back', async () => {
  const run = (...args: string[]) => atServer('token', ...args);
  expect(await run('add', 'arquivo')).toMatch(/^OFFICE_TOKEN=eclic_/);
  for (const name of ['arquivo', 'Não serve']) expect(await run('add', name)).toMatch(/^!/);
  expect(await run('list')).toMatch(/arquivo {2}since .*gestao-documental/s);
  expect(await run('list')).not.toContain('eclic_');
  expect(await run('revoke', 'gestao-documental')).toMatch(/is let in no more/);
  expect(await run('revoke', 'gestao-documental')).toMatch(/^!/);
  expect(await office('list', [])).toMatch(/^! OFFICE_TOKEN is not let in/);
});

it('a script learns by the exit code whether to try again', () => {
  const run = (name: string, env: Settings) => runProgram(['office', name], env);
  // No program may listen at the port of the discard service.
  const nowhere = { OFFICE_URL: 'http://127.0.0.1:9', OFFICE_TOKEN: token() };
  expect(run('list', nowhere)).toMatchObject({
    status: 75,
    stderr: 'http://127.0.0.1:9 does not answer.\n',
  });
  expect(run('list', { OFFICE_URL: '' })).toMatchObject({
    status: 1,
    stderr: expect.stringMatching(/^OFFICE_URL must be/),
  });
  if (IS_ALL)
    expect(run('--help', {})).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('answer <reference>'),
    });
});
