import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { submission } from '../../contract/conformance/subject.ts';
import type { Context } from '../context.ts';
import { migrate } from '../db/migrate.ts';
import { runDueJobs } from '../jobs/run-jobs.ts';
import { knowConfirmed } from '../know-citizen.ts';
import { actOnRequest } from '../office/act.ts';
import { sendReply } from '../requests/send-reply.ts';
import { submitRequest } from '../requests/submit-request.ts';
import { addService, putClerkInto } from '../services/services.ts';
import { createMailbox, type Mailbox } from '../testing/mailbox.ts';
import { playClerk } from '../testing/play-clerk.ts';
import { START_MS } from '../testing/start-ms.ts';
import { createTestClocks } from '../testing/test-clocks.ts';
import { createTestContext } from '../testing/test-context.ts';
import { openTestDatabase } from '../testing/test-database.ts';
import { keepNoticeWish, readNoticeWish } from './clerk-notices.ts';
import { removeClerk, setSupervisor } from './clerks.ts';
import { tellClerks } from './tell-clerks.ts';

const RITA = { niss: '12345678902', name: 'Rita Modelo', email: null };
const WORDS = 'Tenho uma doença de que ninguém sabe.';
const HOUR_MS = 3_600_000;
const ANA = 'ana@exemplo.pt';
const ALL = { email: ANA, wantsNew: true, wantsOverdue: true };

const clocks = createTestClocks();
let context: Context;
let mailbox: Mailbox;
let citizenId: string;

beforeAll(async () => {
  context = createTestContext(await openTestDatabase(), clocks);
  await migrate(context.db);
  const { db, seal } = context;
  citizenId = await db.transaction().execute((tx) => knowConfirmed(tx, seal, RITA));
}, START_MS);
afterAll(() => context.db.destroy());
beforeEach(async () => {
  clocks.restart();
  mailbox = createMailbox();
  context = { ...context, sendMail: mailbox.send };
  for (const table of ['clerks', 'requests', 'services'] as const)
    await context.db.deleteFrom(table).execute();
  const clerks = ['ana', 'rui'].map((userName) => ({ userName, name: userName, passwordHash: '' }));
  await context.db.insertInto('clerks').values(clerks).execute();
});

const wishAll = (userName: string) =>
  keepNoticeWish(context, userName, { ...ALL, email: `${userName}@exemplo.pt` });

async function putAnaIntoFamilyService(): Promise<void> {
  await addService(context.db, { id: 'geral', name: 'Atendimento geral' });
  await addService(context.db, { id: 'familia', name: 'Prestações familiares' });
  await putClerkInto(context.db, 'familia', 'ana');
}

async function submit(): Promise<{ citizenId: string; id: string }> {
  const named = { citizenId, id: randomUUID() };
  await submitRequest(context, { ...named, revision: 1, content: submission({ description: WORDS }) });
  return named;
}

async function reply(requestId: string): Promise<void> {
  const writtenAt = '2026-11-25T10:31:00.000Z';
  const content = { purpose: 'reply' as const, body: WORDS, attachments: [], writtenAt };
  await sendReply(context, { citizenId, requestId, id: randomUUID(), revision: 1, content });
}

/** Runs the job, and returns the mails since the last call. */
async function newMails() {
  await tellClerks(context);
  return mailbox.mails.splice(0);
}

it('whoever wants it is told how many requests are new, moved and newly overdue, with the way to Balcão, and nothing of anybody', async () => {
  const asked = await submit();
  await playClerk(context, asked, 'ask');
  await keepNoticeWish(context, 'ana', ALL);
  await submit();
  await submit();
  await reply(asked.id);
  const [mail, ...others] = await newMails();
  expect(others).toEqual([]);
  expect(mail).toMatchObject({ to: ANA, subject: 'Novidades no Balcão do e-Clic' });
  expect(mail?.text).toContain('2 pedidos novos');
  expect(mail?.text).toContain('1 pedido com novidades do requerente');
  expect(mail?.text).not.toContain('fora do prazo');
  expect(mail?.text).toContain('https://eclic.exemplo.pt/balcao\n');
  expect(mail?.unsubscribeUrl).toBe('https://eclic.exemplo.pt/balcao/avisos');
  expect(JSON.stringify(mail)).not.toMatch(/Rita|doença|EC-\d/);
});

it('a clerk is told of the requests of their services alone, a supervisor of all', async () => {
  await putAnaIntoFamilyService();
  await setSupervisor(context.db, 'rui', true);
  for (const userName of ['ana', 'rui']) await wishAll(userName);
  await submit();
  expect((await newMails()).map(({ to }) => to)).toEqual(['rui@exemplo.pt']);
  clocks.moveOffice(11);
  clocks.advance(HOUR_MS);
  expect((await newMails()).map(({ to }) => to)).toEqual(['rui@exemplo.pt']);
});

it('a clerk is told of what another service forwards to theirs, and of nothing that goes outside', async () => {
  await putAnaIntoFamilyService();
  await keepNoticeWish(context, 'ana', ALL);
  const named = await submit();
  expect(await newMails()).toEqual([]);
  const act = { action: 'forward', body: WORDS, files: [], by: 'clerk rui', seenMoves: null } as const;
  const to = { service: 'familia', otherOffice: 'Prestações familiares' };
  await actOnRequest(context, named, { ...act, ...to, key: randomUUID(), atMs: clocks.officeNow() });
  expect((await newMails())[0]?.text).toContain('1 pedido novo');
  clocks.advance(HOUR_MS);
  await playClerk(context, named, 'forward');
  expect(await newMails()).toEqual([]);
});

it('nobody is written to more than once an hour, and then of all that came meanwhile', async () => {
  await keepNoticeWish(context, 'ana', ALL);
  await submit();
  expect(await newMails()).toHaveLength(1);
  await submit();
  clocks.advance(HOUR_MS - 1);
  expect(await newMails()).toEqual([]);
  await submit();
  clocks.advance(1);
  expect((await newMails())[0]?.text).toContain('2 pedidos novos');
  clocks.advance(HOUR_MS);
  expect(await newMails()).toEqual([]);
});

it('what was answered meanwhile is no news any more', async () => {
  await keepNoticeWish(context, 'ana', ALL);
  await playClerk(context, await submit(), 'answer');
  expect(await newMails()).toEqual([]);
});

it('each request that becomes overdue is told once, with how many there are by then', async () => {
  await submit();
  await keepNoticeWish(context, 'ana', { ...ALL, wantsNew: false });
  clocks.moveOffice(11);
  clocks.advance(HOUR_MS);
  await submit();
  expect((await newMails())[0]?.text).toContain('1 pedido que ficou fora do prazo (ao todo, 1)');
  clocks.advance(HOUR_MS);
  expect(await newMails()).toEqual([]);
  clocks.moveOffice(11);
  clocks.advance(HOUR_MS);
  expect((await newMails())[0]?.text).toContain('1 pedido que ficou fora do prazo (ao todo, 2)');
});

it('where the mail server takes nothing, nobody is lost sight of, and nobody is tried again within the hour', async () => {
  for (const userName of ['ana', 'rui']) await wishAll(userName);
  await submit();
  const tried: string[] = [];
  const away: Context = {
    ...context,
    sendMail: async ({ to }) => {
      tried.push(to);
      throw new Error('away');
    },
  };
  await expect(tellClerks(away)).rejects.toThrow('away');
  expect(tried.toSorted()).toEqual([ANA, 'rui@exemplo.pt']);
  expect(await newMails()).toEqual([]);
  clocks.advance(HOUR_MS);
  const mails = await newMails();
  expect(mails.map(({ to }) => to).toSorted()).toEqual([ANA, 'rui@exemplo.pt']);
  for (const { text } of mails) expect(text).toContain('1 pedido novo');
});

it('one address that is refused holds up nobody else', async () => {
  for (const userName of ['ana', 'rui']) await wishAll(userName);
  await submit();
  const refusing: Context = {
    ...context,
    onBug: () => {},
    sendMail: async (mail) => (mail.to === ANA ? Promise.reject(new Error('refused')) : mailbox.send(mail)),
  };
  await context.db.deleteFrom('jobs').where('name', '=', 'tellClerks').execute();
  const job = { id: 'tellClerks', name: 'tellClerks', payload: '{}', dueAt: 0 } as const;
  await context.db.insertInto('jobs').values(job).execute();
  await runDueJobs(refusing, 'tellClerks');
  expect(mailbox.mails.map(({ to }) => to)).toEqual(['rui@exemplo.pt']);
});

it('the address is kept sealed, and goes with the clerk, or when they want nothing more', async () => {
  for (const userName of ['ana', 'rui']) await keepNoticeWish(context, userName, ALL);
  const rows = () => context.db.selectFrom('clerkNotices').selectAll().execute();
  for (const { emailSealed } of await rows()) expect(Buffer.from(emailSealed).includes(ANA)).toBe(false);
  expect(await readNoticeWish(context, 'ana')).toEqual(ALL);
  await keepNoticeWish(context, 'ana', { ...ALL, wantsNew: false, wantsOverdue: false });
  await removeClerk(context.db, 'rui');
  expect(await rows()).toEqual([]);
});
