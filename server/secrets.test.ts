import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  openBrowser,
  PEOPLE,
  type Subject,
  signIn,
  submission,
  submit,
} from '../contract/conformance/subject.ts';
import { hashPeople, keepAccounts } from './accounts/keep-account.ts';
import { createApp } from './app.ts';
import type { Context } from './context.ts';
import { migrate } from './db/migrate.ts';
import { describeBug } from './log.ts';
import type { SendMail } from './mail/mailer.ts';
import { createPasswordWay } from './sessions/password-way.ts';
import { addSimulatedPeople } from './sessions/simulator.ts';
import { createMailbox } from './testing/mailbox.ts';
import { readEverything } from './testing/read-everything.ts';
import { START_MS } from './testing/start-ms.ts';
import { createTestClocks } from './testing/test-clocks.ts';
import { createTestContext } from './testing/test-context.ts';
import { openTestDatabase } from './testing/test-database.ts';

const NOBODYS = '12345678902';
const RITA = { niss: '11987654325', name: 'Rita Modelo', email: 'rita.modelo@exemplo.pt' };
const PASSWORD = 'Uma palavra só minha';
const CODE = '318205';
const WORDS = 'Tenho uma doença de que ninguém sabe.';

let context: Context;
const logged: string[] = [];

beforeAll(async () => {
  const onBug = (error: unknown) => void logged.push(describeBug(error));
  context = { ...createTestContext(await openTestDatabase(), createTestClocks()), onBug };
  await migrate(context.db);
  await addSimulatedPeople(context);
}, START_MS);
afterAll(() => context.db.destroy());

const subject = (): Subject => ({ server: createApp(context), advance() {}, stop: async () => {} });

it('whoever steals the database reads no NISS, and opens no session', async () => {
  const maria = await signIn(subject());
  const json = { niss: NOBODYS, password: 'x' };
  await openBrowser(subject()).send('POST', '/session/password', { json });
  const everything = await readEverything(context.db);
  expect(everything).toContain('Maria Exemplo');
  for (const niss of [...Object.values(PEOPLE), NOBODYS]) expect(everything).not.toContain(niss);
  const secret = maria.jar.cookie.split('.').at(-1) ?? '';
  expect(secret).toMatch(/^[0-9a-f]{64}$/);
  expect(everything).not.toContain(secret);
});

it('whoever steals the database or the log finds neither palavra-chave, nor code, nor address', async () => {
  const people = [{ ...RITA, password: PASSWORD }];
  const hashed = await hashPeople(context.hashing, people);
  await context.db.transaction().execute((tx) => keepAccounts(tx, context.seal, hashed));
  const log: string[] = [];
  const mailbox = createMailbox();
  // The mail server takes the mail, and then refuses it and quotes all of it.
  const sendMail: SendMail = async (mail) => {
    await mailbox.send(mail);
    throw new Error(`550 ${mail.to} ${mail.text}`);
  };
  const password = { ...createPasswordWay(context, sendMail), newCode: () => CODE };
  const onBug = (error: unknown) => void log.push(describeBug(error));
  const server = createApp({ ...context, onBug, ways: { password, provider: null } });
  const json = { niss: RITA.niss, password: PASSWORD };
  const answer = await openBrowser({ ...subject(), server }).send('POST', '/session/password', { json });
  expect(answer.status).toBe(503);
  expect(mailbox.last()).toMatchObject({ to: RITA.email, text: expect.stringContaining(CODE) });
  expect(log).toHaveLength(1);
  const everything = await readEverything(context.db);
  expect(everything).toContain('r•••@exemplo.pt');
  for (const secret of [RITA.niss, RITA.email, PASSWORD, CODE])
    expect(everything + log.join()).not.toContain(secret);
});

it('a sealed NISS that is moved to another citizen opens nothing', async () => {
  const { seal, db } = context;
  const { nissSealed } = await db
    .selectFrom('citizens')
    .select('nissSealed')
    .where('name', '=', 'Maria Exemplo')
    .executeTakeFirstOrThrow();
  expect(seal.open(nissSealed, 'c_q7vx2m9kd4')).toBe(PEOPLE.maria);
  expect(() => seal.open(nissSealed, 'c_w3hn8t5zr1')).toThrow();
});

it('what the database says of somebody’s words when it fails is not written into the log', async () => {
  const maria = await signIn(subject());
  await sql`alter table requests add constraint never check (request::text is null)`.execute(context.db);
  const answer = await submit(maria, randomUUID(), submission({ description: WORDS }));
  expect(answer).toMatchObject({ status: 503, body: { type: 'unavailable', status: 503 } });
  expect(logged).toHaveLength(1);
  expect(logged[0]).toMatch(/^error 23514\n {4}at /);
  expect(logged.join()).not.toContain('doença');
  expect(logged.join()).not.toContain(PEOPLE.maria);
});

it('words that look like a place in the code are not written into the log either', () => {
  const bug = describeBug(new TypeError(`It refused: Moro\n    at home\n${WORDS}`));
  expect(bug).toMatch(/^TypeError\n {4}at /);
  expect(bug).not.toMatch(/home|doença/);
});
