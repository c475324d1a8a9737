import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { submission } from '../contract/conformance/subject.ts';
import { decideWithdrawal } from '../domain/decide/follow-up.ts';
import { addDays, lisbonDate } from '../domain/lisbon-date.ts';
import type { Context } from './context.ts';
import { migrate } from './db/migrate.ts';
import { runDueJobs } from './jobs/run-jobs.ts';
import { knowConfirmed } from './know-citizen.ts';
import { sweepDue } from './news/sweep-due.ts';
import { findCommand, runCommand } from './office-cli/run-command.ts';
import { followUp } from './requests/follow-up.ts';
import { findOwnRequest } from './requests/request-rows.ts';
import { sendReply } from './requests/send-reply.ts';
import { submitRequest } from './requests/submit-request.ts';
import { forgetOld } from './retention/forget-old.ts';
import { createSite } from './site.ts';
import { type ClerkBrowser, openClerkBrowser } from './testing/clerk-browser.ts';
import { createMailbox } from './testing/mailbox.ts';
import { playClerk } from './testing/play-clerk.ts';
import { START_MS } from './testing/start-ms.ts';
import { createTestClocks } from './testing/test-clocks.ts';
import { createTestContext } from './testing/test-context.ts';
import { openTestDatabase } from './testing/test-database.ts';

const RITA = { niss: '12345678902', name: 'Rita Modelo', email: 'rita@exemplo.pt' };
const PASSWORD = 'uma-palavra-comprida';
const WEEKS = 108;
const DAYS_A_WEEK = 5;

const clocks = createTestClocks();
const mailbox = createMailbox();
let forgotten = 0;
const context: Context = {
  ...createTestContext(await openTestDatabase(), clocks),
  sendMail: mailbox.send,
  clerksNeedCode: false,
  retention: { closedYears: 1, draftDays: 365, recordYears: 2 },
  onForgotten: ({ requests }) => {
    forgotten += requests;
  },
};
const { db } = context;
let citizenId: string;
let ana: ClerkBrowser;

beforeAll(async () => {
  await migrate(db);
  citizenId = await db.transaction().execute((tx) => knowConfirmed(tx, context.seal, RITA));
  const clerk = { userName: 'ana', name: 'Ana Exemplo', ...(await context.hashing.keep(PASSWORD)) };
  await db.insertInto('clerks').values(clerk).execute();
  ana = openClerkBrowser(createSite(context));
  await ana.post('/balcao/entrar', { utilizador: 'ana', 'palavra-chave': PASSWORD });
}, START_MS);
afterAll(() => db.destroy());

/** What becomes of the requests, of which one comes each week: the fates take turns in this order. */
const FATES = ['askedInVain', 'answered', 'askedAgain', 'withdrawn', 'answeredLate'] as const;

type Fate = (typeof FATES)[number];

interface Asked {
  id: string;
  reference: string;
  fate: Fate;
}

async function ask(week: number): Promise<Asked> {
  const id = randomUUID();
  const sent = { citizenId, id, revision: 1, content: submission({ kind: 'information' }) };
  const { request } = await submitRequest(context, sent);
  return { id, reference: request.reference, fate: FATES[week % FATES.length] ?? 'answered' };
}

/** Does what is due about a request that came `age` weeks ago. */
async function treat({ id, reference, fate }: Asked, age: number): Promise<void> {
  const named = { citizenId, id };
  if (fate === 'withdrawn') {
    if (age === 1) await followUp(context, named, decideWithdrawal);
    return;
  }
  if (age === (fate === 'answeredLate' ? 3 : 1)) {
    await ana.get(`/balcao/pedidos/${reference}`);
    await playClerk(context, named, fate === 'askedInVain' ? 'ask' : 'answer');
  }
  if (fate !== 'askedAgain' || age < 2 || age > 3) return;
  if (age === 3) return playClerk(context, named, 'answer');
  const content = { purpose: 'followUp', body: 'E quando recebo?', attachments: [] } as const;
  const reply = { ...content, attachments: [], writtenAt: '2026-11-25T10:31:00.000Z' };
  await sendReply(context, { citizenId, requestId: id, id: randomUUID(), revision: 1, content: reply });
}

async function night(): Promise<void> {
  await forgetOld(context);
  await sweepDue(context);
  await runDueJobs(context, 'tellNews');
}

async function readRecord(): Promise<string[]> {
  const printed = await runCommand(findCommand('record') ?? expect.fail(), context, ['--by', 'ana']);
  return printed.ok ? printed.value.split('\n') : expect.fail(String(printed.error));
}

/** Returns the first lines of the mails about a request, without its reference. */
function mailsAbout({ reference }: Asked): string[] {
  const firsts = mailbox.mails.map(({ text }) => text.split('\n')[0] ?? '');
  return firsts.filter((first) => first.includes(reference)).map((first) => first.replace(reference, '…'));
}

const RECEIVED = 'O pedido … foi recebido.';
const MESSAGE = 'Há novidades no pedido ….';
const DUE = 'Há novidades sobre o prazo do pedido ….';
const MAILS: Record<Fate, string[]> = {
  askedInVain: [RECEIVED, MESSAGE, DUE, DUE],
  answered: [RECEIVED, MESSAGE],
  askedAgain: [RECEIVED, MESSAGE, MESSAGE],
  withdrawn: [RECEIVED],
  answeredLate: [RECEIVED, DUE, DUE, MESSAGE],
};

it('two years of a small office: what nobody speaks of any more ends, what is old is forgotten, each thing is told once, and the record says who read what', async () => {
  const all: Asked[] = [];
  for (let week = 0; week < WEEKS; week += 1) {
    all.push(await ask(week));
    for (const [place, asked] of all.entries()) await treat(asked, week - place);
    for (let day = 0; day < DAYS_A_WEEK; day += 1) {
      clocks.moveOffice(1);
      await night();
    }
  }
  const today = lisbonDate(clocks.officeNow());
  const [yearAgo, halfYearAgo] = [addDays(today, -366), addDays(today, -186)];
  let kept = 0;
  const stillAsked = new Set<string>();
  for (const { id } of all) {
    const request = (await findOwnRequest(db, citizenId, id))?.request;
    if (!request) continue;
    kept += 1;
    const { state, history, askAgainUntil } = request;
    const since = lisbonDate(history.at(-1)?.at ?? '');
    if (state === 'answered') expect((askAgainUntil ?? '') >= today).toBe(true);
    if (state === 'awaitingCitizen') {
      expect(since > halfYearAgo).toBe(true);
      stillAsked.add(id);
    }
    if (state === 'closed' || state === 'withdrawn') expect(since >= yearAgo).toBe(true);
  }
  expect({ kept, forgotten }).toEqual({ kept: 59, forgotten: 49 });
  expect(await countStates()).toEqual({
    answered: 3,
    awaitingCitizen: 5,
    closed: 40,
    registered: 1,
    withdrawn: 10,
  });
  const old = all.slice(0, -DAYS_A_WEEK);
  for (const asked of old) {
    // A citizen who may still answer is told of the last day only when it is near.
    const mails = stillAsked.has(asked.id) ? [RECEIVED, MESSAGE] : MAILS[asked.fate];
    expect([asked.fate, mailsAbout(asked)]).toEqual([asked.fate, mails]);
  }

  const lines = await readRecord();
  expect(lines.every((line) => line.slice(0, 10) >= addDays(today, -2 * 366))).toBe(true);
  const forgottenYetRead = await areForgotten(lines.map((line) => /EC-\d{4}-\d{7}/.exec(line)?.[0] ?? ''));
  expect(forgottenYetRead).toBeGreaterThan(20);
});

async function countStates(): Promise<Record<string, number>> {
  const rows = await db.selectFrom('requests').select('state').execute();
  const counts: Record<string, number> = {};
  for (const { state } of rows) counts[state] = (counts[state] ?? 0) + 1;
  return counts;
}

async function areForgotten(references: string[]): Promise<number> {
  const rows = await db.selectFrom('requests').select('reference').execute();
  const kept = new Set(rows.map(({ reference }) => reference));
  return references.filter((reference) => !kept.has(reference)).length;
}
