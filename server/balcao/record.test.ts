import { sql } from 'kysely';
import { beforeEach, expect, it } from 'vitest';
import { type Browser, pdf, uploaded } from '../../contract/conformance/subject.ts';
import { findCommand, runCommand } from '../office-cli/run-command.ts';
import { forgetOld } from '../retention/forget-old.ts';
import { makeRequest, setUpOffice, tryToSignIn, typeCode } from '../testing/office-world.ts';

const NISS = '10000000000';
const WRONG = 'uma-palavra-errada';

const office = await setUpOffice();
const { context } = office;
let maria: Browser;

beforeEach(async () => {
  maria = await office.signInMaria();
});

async function printRecord(...args: string[]): Promise<string> {
  const command = findCommand('record');
  if (!command) throw new Error('There is no such command');
  const result = await runCommand(command, context, args);
  return result.ok ? result.value : `! ${result.error}`;
}

/** Returns the entries of the record without their times, the newest last. */
async function whatWas(...args: string[]): Promise<string[]> {
  const lines = (await printRecord(...args)).split('\n').filter((line) => line.startsWith('20'));
  return lines.map((line) => line.split(/ {2,}/).slice(1).join(' ').trim());
}

it('who signs in, who is refused, who opens a request or a file and who sees a NISS stands in the record', async () => {
  const file = await uploaded(maria, pdf('fatura'));
  const { path } = await makeRequest(maria, { attachments: [file] });
  const reference = path.split('/').at(-1) ?? '';
  const browser = office.openBrowser();
  await tryToSignIn(browser, 'ana', WRONG);
  await tryToSignIn(browser, NISS, WRONG);
  await tryToSignIn(browser, 'ana');
  await typeCode(browser, '000000');
  const ana = await office.openDesk('ana');
  await ana.get(path);
  await ana.get(`${path}/ficheiros/${file.id}`);
  await ana.post(`${path}/niss`, { de: 'requester' });
  expect(await whatWas()).toEqual([
    'clerk ana wrongPassword',
    'somebody wrongPassword',
    'clerk ana wrongCode',
    'clerk ana signedIn',
    `clerk ana requestOpened ${reference}`,
    `clerk ana fileOpened ${reference} ${file.id}`,
    `clerk ana nissShown ${reference} requester`,
  ]);
  expect(await printRecord()).not.toMatch(new RegExp(`${NISS}|${WRONG}`));
});

it('a NISS is in no page before the clerk asks to see it', async () => {
  const { path } = await makeRequest(maria);
  const ana = await office.openDesk('ana');
  expect((await ana.get(path)).text).not.toContain(NISS);
  expect((await ana.post(`${path}/niss`, { de: 'requester' })).text).toContain(NISS);
  expect((await ana.post(`${path}/niss`, { de: 'ninguém' })).status).toBe(400);
  expect((await ana.get(`${path}/niss`)).text).not.toContain(NISS);
  expect((await office.openBrowser().post(`${path}/niss`, { de: 'requester' })).text).not.toContain(NISS);
});

it('a program that reads a request, or its notes, is in the record by the name of its token', async () => {
  const { path } = await makeRequest(maria);
  const reference = path.split('/').at(-1) ?? '';
  const token = await runCommand(findCommand('token') ?? expect.fail(), context, ['add', 'arquivo']);
  const secret = /OFFICE_TOKEN=(\S+)/.exec(token.ok ? token.value : '')?.[1] ?? '';
  for (const what of ['', '/notes'])
    await office.ask(`/office/v1/requests/${reference}${what}`, { Authorization: `Bearer ${secret}` });
  const opened = `token arquivo requestOpened ${reference}`;
  expect(await whatWas('--reference', reference)).toEqual([opened, opened]);
});

it('nothing in the record is changed or taken out, whoever asks the database for it', async () => {
  await office.openDesk('ana');
  const tries = [
    sql`update office_record set who = 'clerk rui'`,
    sql`delete from office_record`,
    sql`truncate office_record`,
  ];
  const before = await printRecord();
  for (const each of tries) await expect(each.execute(context.db)).rejects.toThrow('office_record');
  expect(await printRecord()).toBe(before);
});

it('the record has its own years, and goes then, whether or not its request is still there', async () => {
  const { path } = await makeRequest(maria);
  const ana = await office.openDesk('ana');
  await ana.get(path);
  const inYears = (years: number) => ({
    ...context,
    clocks: { ...context.clocks, officeNow: () => office.clocks.officeNow() + years * 366 * 86_400_000 },
  });
  await forgetOld(inYears(context.retention.recordYears - 1));
  expect(await whatWas('--by', 'ana')).not.toEqual([]);
  await forgetOld(inYears(context.retention.recordYears));
  expect(await whatWas('--by', 'ana')).toEqual([]);
});

it('a supervisor reads the record in Balcão, page by page, and is in it as its reader; no other clerk sees it', async () => {
  const { path } = await makeRequest(maria);
  const reference = path.split('/').at(-1) ?? '';
  const ana = await office.openDesk('ana');
  for (let count = 0; count < 51; count += 1) await ana.get(path);
  expect((await ana.get('/balcao/registo')).status).toBe(404);
  expect((await ana.get('/balcao')).text).not.toContain('/balcao/registo');
  const rui = await office.openSupervisorsDesk('rui');
  expect((await rui.get('/balcao')).text).toContain('/balcao/registo');
  const first = await rui.get('/balcao/registo?quem=ana');
  expect(first.text.match(/Abriu o pedido/g)).toHaveLength(50);
  expect(first.text).toContain(reference);
  const next = /href="(\/balcao\/registo\?[^"]*antes=[^"]+)"/.exec(first.text)?.[1]?.replaceAll('&amp;', '&');
  const second = await rui.get(next ?? '');
  expect(second.text.match(/Abriu o pedido/g)).toHaveLength(1);
  expect(second.text).toContain('Iniciou sessão');
  const own = await rui.get('/balcao/registo?quem=rui');
  expect(own.text).toContain('Consultou o registo');
  expect((await rui.get('/balcao/registo?quem=%27%00&referencia=x&antes=x')).status).toBe(200);
});

it('a clerk becomes a supervisor at a terminal, and may be one no more', async () => {
  const run = (...args: string[]) => runCommand(findCommand('supervisor') ?? expect.fail(), context, args);
  const isOne = async () =>
    (
      await context.db
        .selectFrom('clerks')
        .select('isSupervisor')
        .where('userName', '=', 'ana')
        .executeTakeFirstOrThrow()
    ).isSupervisor;
  expect(await run('add', 'ana')).toMatchObject({ ok: true });
  expect(await isOne()).toBe(true);
  expect(await run('remove', 'ana')).toMatchObject({ ok: true });
  expect(await isOne()).toBe(false);
  expect(await run('add', 'ninguem')).toMatchObject({ ok: false });
});
