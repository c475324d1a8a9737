import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { submission } from '../../contract/conformance/subject.ts';
import type { RequestKind } from '../../contract/types.ts';
import { decideWithdrawal } from '../../domain/decide/follow-up.ts';
import type { Context } from '../context.ts';
import { migrate } from '../db/migrate.ts';
import { runDueJobs } from '../jobs/run-jobs.ts';
import { knowConfirmed } from '../know-citizen.ts';
import { describeBug } from '../log.ts';
import { followUp } from '../requests/follow-up.ts';
import { forgetRequest } from '../requests/forget-request.ts';
import { findRequest } from '../requests/request-rows.ts';
import { submitRequest } from '../requests/submit-request.ts';
import { createMailbox, type Mailbox } from '../testing/mailbox.ts';
import { playClerk } from '../testing/play-clerk.ts';
import { START_MS } from '../testing/start-ms.ts';
import { createTestClocks } from '../testing/test-clocks.ts';
import { createTestContext } from '../testing/test-context.ts';
import { openTestDatabase } from '../testing/test-database.ts';
import { sweepDue } from './sweep-due.ts';

const RITA = { niss: '12345678902', name: 'Rita Modelo', email: 'rita@exemplo.pt' };
const RUI = { niss: '11987654325', name: 'Rui Modelo', email: null };
const WORDS = 'Tenho uma doença de que ninguém sabe.';
const RETRY_MS = 10_000;

const clocks = createTestClocks();
let context: Context;
let mailbox: Mailbox;
let citizenId: string;

beforeAll(async () => {
  context = createTestContext(await openTestDatabase(), clocks);
  await migrate(context.db);
  citizenId = await know(RITA);
}, START_MS);
afterAll(() => context.db.destroy());
beforeEach(async () => {
  clocks.restart();
  mailbox = createMailbox();
  context = { ...context, sendMail: mailbox.send };
  for (const table of ['jobs', 'toldNews', 'requests'] as const) await context.db.deleteFrom(table).execute();
});

const know = (person: typeof RITA | typeof RUI) =>
  context.db.transaction().execute((tx) => knowConfirmed(tx, context.seal, person));

async function submit(
  of = citizenId,
  kind: RequestKind = 'information',
): Promise<{ citizenId: string; id: string; reference: string }> {
  const content = submission({ kind, description: WORDS });
  const named = { citizenId: of, id: randomUUID() };
  const { request } = await submitRequest(context, { ...named, revision: 1, content });
  return { ...named, reference: request.reference };
}

const want = (wantsNews: boolean) =>
  context.db.updateTable('citizens').set({ wantsNews }).where('id', '=', citizenId).execute();

const deliver = () => runDueJobs(context, 'tellNews');

/** Runs the job, and returns the mails since the last call. */
async function newMails() {
  await deliver();
  return mailbox.mails.splice(0);
}

it('whoever sends a request is told by mail that it was received, with its reference and the way to it', async () => {
  const { id, reference } = await submit();
  const [mail, ...others] = await newMails();
  expect(others).toEqual([]);
  expect(mail).toMatchObject({
    to: RITA.email,
    subject: `Novidades no pedido ${reference}`,
    unsubscribeUrl: 'https://eclic.exemplo.pt/definicoes',
  });
  expect(mail?.text).toContain(`O pedido ${reference} foi recebido.`);
  expect(mail?.text).toContain(`https://eclic.exemplo.pt/pedidos/${id}`);
  expect(mail?.text).toContain('https://eclic.exemplo.pt/definicoes');
});

it('the mail about a complaint says what the mail about any request says, and nothing of what was written', async () => {
  const { reference } = await submit(citizenId, 'complaint');
  const [mail] = await newMails();
  expect(mail?.subject).toBe(`Novidades no pedido ${reference}`);
  expect(mail?.text).toContain(`O pedido ${reference} foi recebido.`);
  for (const secret of ['reclama', WORDS.toLowerCase()])
    expect(JSON.stringify(mail).toLowerCase()).not.toContain(secret);
});

it.each(['ask', 'answer'] as const)(
  'when the office does «%s», the citizen reads that there is news, not of which kind, and nothing of what was said',
  async (action) => {
    const { citizenId, id, reference } = await submit();
    await newMails();
    await playClerk(context, { citizenId, id }, action);
    const [mail] = await newMails();
    expect(mail?.text.split('\n')[0]).toBe(`Há novidades no pedido ${reference}.`);
    const { request } = await findRequest(context.db, citizenId, id);
    const { message } = await context.db
      .selectFrom('messages')
      .select('message')
      .where('requestId', '=', id)
      .executeTakeFirstOrThrow();
    for (const secret of [WORDS, message.body, RITA.niss, RITA.name, request.office.name])
      expect(JSON.stringify(mail)).not.toContain(secret);
  },
);

it('what only moves on at the office, or is withdrawn, is no news to write of', async () => {
  const [named, forwarded] = [await submit(), await submit()];
  await newMails();
  await playClerk(context, named, 'review');
  await playClerk(context, forwarded, 'forward');
  await followUp(context, named, decideWithdrawal);
  expect(await newMails()).toEqual([]);
});

it('whoever said no, or has no address, gets no mail; nor does anybody where none is sent', async () => {
  await want(false);
  await submit();
  await submit(await know(RUI));
  expect(await newMails()).toEqual([]);
  await want(true);
  context = { ...context, sendMail: null };
  await submit();
  await deliver();
  expect(await context.db.selectFrom('jobs').selectAll().execute()).toEqual([]);
});

it('what the mail server does not take is sent later, once, and the log is told neither address nor reference', async () => {
  const logged: string[] = [];
  const broken: Context = {
    ...context,
    onBug: (error) => void logged.push(describeBug(error)),
    sendMail: async ({ to }) => {
      throw new Error(`550 ${to} unknown`);
    },
  };
  const { reference } = await submit();
  await runDueJobs(broken, 'tellNews');
  expect(logged).toHaveLength(1);
  expect(logged.join()).not.toMatch(new RegExp(`${RITA.email}|${reference}`));
  clocks.advance(RETRY_MS);
  expect(await newMails()).toHaveLength(1);
});

it('a mail that was sent is not sent again by a process that does not know of it', async () => {
  await submit();
  const job = await context.db.selectFrom('jobs').selectAll().executeTakeFirstOrThrow();
  await newMails();
  await context.db
    .insertInto('jobs')
    .values({ ...job, payload: JSON.stringify(job.payload) })
    .execute();
  expect(await newMails()).toEqual([]);
});

it('what is news of a request that has been forgotten meanwhile is told to nobody', async () => {
  const { citizenId, id } = await submit();
  await context.db.transaction().execute((tx) => forgetRequest(tx, citizenId, id));
  expect(await newMails()).toEqual([]);
  for (const table of ['jobs', 'toldNews'] as const)
    expect(await context.db.selectFrom(table).selectAll().execute()).toEqual([]);
});

it('a due date that is near, and one that was missed, are told once each, for all the nights', async () => {
  const { reference } = await submit();
  await newMails();
  const said: string[] = [];
  for (let day = 1; day <= 13; day += 1) {
    clocks.moveOffice(1);
    await sweepDue(context);
    for (const { text } of await newMails()) said.push(`${day} ${text.split('\n')[0]}`);
  }
  expect(said).toEqual([
    `8 Há novidades sobre o prazo do pedido ${reference}.`,
    `11 Há novidades sobre o prazo do pedido ${reference}.`,
  ]);
});

it('what waits for the citizen, or has been answered before the mail goes out, is not called late', async () => {
  const [asked, answered] = [await submit(), await submit()];
  await playClerk(context, asked, 'ask');
  await newMails();
  clocks.moveOffice(12);
  await sweepDue(context);
  await playClerk(context, answered, 'answer');
  const mails = await newMails();
  expect(mails.map(({ text }) => text.split('\n')[0])).toEqual([
    `Há novidades no pedido ${answered.reference}.`,
  ]);
});
