import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Context } from '../context.ts';
import { migrate } from '../db/migrate.ts';
import { findCommand, runCommand } from '../office-cli/run-command.ts';
import { START_MS } from '../testing/start-ms.ts';
import { createTestClocks } from '../testing/test-clocks.ts';
import { createTestContext } from '../testing/test-context.ts';
import { openTestDatabase } from '../testing/test-database.ts';
import { endClerkSession, findClerkSession } from './clerk-sessions.ts';
import { changeOwnPassword, signInClerk } from './clerk-sign-in.ts';
import { hasClerks } from './clerks.ts';

const MINUTE_MS = 60_000;

const clocks = createTestClocks();
let context: Context;

beforeAll(async () => {
  context = createTestContext(openTestDatabase(), clocks);
  await migrate(context.db);
}, START_MS);
beforeEach(async () => {
  clocks.restart();
  for (const table of ['clerks', 'tries'] as const) await context.db.deleteFrom(table).execute();
});
afterAll(() => context.db.destroy());

async function run(name: string, ...args: string[]): Promise<string> {
  const command = findCommand(name);
  if (!command) throw new Error(`There is no ${name}`);
  const result = await runCommand(command, context, args);
  return result.ok ? result.value : `! ${result.error}`;
}

async function add(userName: string): Promise<string> {
  return readPassword(await run('add-clerk', userName, '--name', 'Ana Exemplo'));
}

function readPassword(printed: string): string {
  return /Password: +(\S+)/.exec(printed)?.[1] ?? '';
}

function tryToSignIn(userName: string, password: string) {
  return signInClerk(context, { userName, password, address: '192.0.2.1' });
}

async function signIn(userName: string, password: string): Promise<string> {
  const secret = await tryToSignIn(userName, password);
  if (typeof secret !== 'string') throw new Error(`Not signed in: ${secret.status}`);
  return secret;
}

it('a clerk whom a command added signs in with the password that it printed, which nobody can read afterwards', async () => {
  expect(await hasClerks(context.db)).toBe(false);
  const password = await add('ana');
  expect(password).toMatch(/^([a-z2-9]{5}-){3}[a-z2-9]{5}$/);
  const secret = await signIn('ana', password);
  const clerk = { userName: 'ana', name: 'Ana Exemplo' };
  expect(await findClerkSession(context, secret)).toEqual({ status: 'signedIn', clerk });
  const rows = [
    await context.db.selectFrom('clerks').selectAll().execute(),
    await context.db.selectFrom('clerkSessions').selectAll().execute(),
  ];
  expect(JSON.stringify(rows)).not.toContain(password);
  expect(JSON.stringify(rows)).not.toContain(secret);
  expect(rows.flat()).toHaveLength(2);
});

it('a user name is given once, and has to be one', async () => {
  await add('ana');
  expect(await run('add-clerk', 'ana')).toBe('! There is a clerk ana already.');
  expect(await run('add-clerk', 'Ana Exemplo')).toMatch(/^! A user name has small letters/);
  expect(await run('add-clerk', 'rui', '--nome', 'Rui')).toMatch(/^! Unknown option '--nome'/);
  expect(findCommand('toString')).toBeUndefined();
});

it.each([
  ['ana', expect.any(String)],
  ['ninguem', { status: 'wrong' }],
])(
  'the fifth wrong password in a row is one too many, for a user name that nobody has too: %s',
  async (userName, then) => {
    const password = await add('ana');
    for (let tries = 1; tries < 5; tries += 1)
      expect(await tryToSignIn(userName, 'wrong')).toEqual({ status: 'wrong' });
    expect(await tryToSignIn(userName, 'wrong')).toEqual({ status: 'blocked', seconds: 60 });
    expect(await tryToSignIn(userName, password)).toEqual({ status: 'blocked', seconds: 60 });
    clocks.advance(MINUTE_MS);
    expect(await tryToSignIn(userName, password)).toEqual(then);
  },
);

it('a session ends after half an hour without use, and after a working day in any case', async () => {
  const secret = await signIn('ana', await add('ana'));
  for (let minutes = 0; minutes < 7 * 60; minutes += 20) {
    clocks.advance(20 * MINUTE_MS);
    expect((await findClerkSession(context, secret)).status).toBe('signedIn');
  }
  clocks.advance(29 * MINUTE_MS);
  expect((await findClerkSession(context, secret)).status).toBe('signedIn');
  clocks.advance(30 * MINUTE_MS);
  expect((await findClerkSession(context, secret)).status).toBe('ended');
});

it('who signs out, is given a new password or is removed has no session any more', async () => {
  const password = await add('ana');
  const [first, second] = [await signIn('ana', password), await signIn('ana', password)];
  await endClerkSession(context.db, first);
  expect(await findClerkSession(context, first)).toEqual({ status: 'signedOut' });
  const renewed = readPassword(await run('new-password', 'ana'));
  expect(await findClerkSession(context, second)).toEqual({ status: 'signedOut' });
  expect(await tryToSignIn('ana', password)).toEqual({ status: 'wrong' });
  const third = await signIn('ana', renewed);
  expect(await run('remove-clerk', 'ana')).toBe('ana is let in no more.');
  expect(await findClerkSession(context, third)).toEqual({ status: 'signedOut' });
  expect(await run('remove-clerk', 'ana')).toBe('! There is no clerk ana.');
  expect(await run('new-password', 'ana')).toBe('! There is no clerk ana.');
});

it('while one clerk’s password is judged, which takes long, the page of another is answered', async () => {
  const password = await add('ana');
  const secret = await signIn('ana', password);
  const order: string[] = [];
  await Promise.all([
    signIn('ana', password).then(() => order.push('signed in')),
    findClerkSession(context, secret).then(() => order.push('answered')),
  ]);
  expect(order).toEqual(['answered', 'signed in']);
});

it('of two who change a password at once the second is told that the one they know is it no more', async () => {
  const password = await add('ana');
  const change = (newPassword: string) =>
    changeOwnPassword(context, { userName: 'ana', password, address: '192.0.2.1' }, newPassword);
  const changed = await Promise.all([change('a primeira palavra'), change('a segunda palavra')]);
  const secrets = changed.filter((each) => typeof each === 'string');
  expect(secrets).toHaveLength(1);
  expect(changed).toContainEqual({ status: 'wrong' });
  expect((await findClerkSession(context, secrets[0] ?? '')).status).toBe('signedIn');
});
