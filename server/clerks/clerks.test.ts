import { expect, it, onTestFinished } from 'vitest';
import { findCommand } from '../office-cli/run-command.ts';
import type { Hashing } from '../password-hash.ts';
import { CLERKS_PASSWORD, OFFICE, readPassword, setUpClerks } from '../testing/clerk-world.ts';
import { gate } from '../testing/gate.ts';
import { endClerkSession, findClerkSession } from './clerk-sessions.ts';
import { changeOwnPassword, signInClerk } from './clerk-sign-in.ts';
import { hasClerks } from './clerks.ts';

const MINUTE_MS = 60_000;

const ANA = { userName: 'ana', password: CLERKS_PASSWORD, address: OFFICE, browser: null };

const { clocks, context, run, add, signIn, tryToSignIn } = await setUpClerks();

it('a clerk whom a command added signs in with the password that it printed, which nobody can read afterwards', async () => {
  expect(await hasClerks(context.db)).toBe(false);
  const password = readPassword(await run('add-clerk', 'ana', '--name', 'Ana Exemplo'));
  expect(password).toMatch(/^([a-z2-9]{5}-){3}[a-z2-9]{5}$/);
  const { secret } = await signIn('ana', password);
  const clerk = { userName: 'ana', name: 'Ana Exemplo', isSupervisor: false };
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

it('a session ends after half an hour without use, and after a working day in any case', async () => {
  await add('ana');
  const { secret } = await signIn('ana', CLERKS_PASSWORD);
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
  await add('ana');
  const { secret: first } = await signIn('ana', CLERKS_PASSWORD);
  const { secret: second } = await signIn('ana', CLERKS_PASSWORD);
  await endClerkSession(context.db, first);
  expect(await findClerkSession(context, first)).toEqual({ status: 'signedOut' });
  const renewed = readPassword(await run('new-password', 'ana'));
  expect(await findClerkSession(context, second)).toEqual({ status: 'signedOut' });
  expect(await tryToSignIn('ana', CLERKS_PASSWORD)).toEqual({ status: 'wrong' });
  const third = (await signIn('ana', renewed)).secret;
  expect(await run('remove-clerk', 'ana')).toBe('ana is let in no more.');
  expect(await findClerkSession(context, third)).toEqual({ status: 'signedOut' });
  expect(await run('remove-clerk', 'ana')).toBe('! There is no clerk ana.');
  expect(await run('new-password', 'ana')).toBe('! There is no clerk ana.');
});

it('while one clerk’s password is judged, which takes long, the page of another is answered', async () => {
  await add('ana');
  const { secret } = await signIn('ana', CLERKS_PASSWORD);
  const judging = gate();
  onTestFinished(judging.open);
  const isRight: Hashing['isRight'] = (...tried) =>
    judging.pass().then(() => context.hashing.isRight(...tried));
  const signingIn = signInClerk({ ...context, hashing: { ...context.hashing, isRight } }, ANA, '');
  await judging.reached;
  expect((await findClerkSession(context, secret)).status).toBe('signedIn');
  judging.open();
  expect((await signingIn).status).toBe('needsCode');
});

it('of two who change a password at once the second is told that the one they know is it no more', async () => {
  await add('ana');
  const change = (newPassword: string) => changeOwnPassword(context, ANA, newPassword);
  const changed = await Promise.all([change('a primeira palavra'), change('a segunda palavra')]);
  const secrets = changed.filter((each) => typeof each === 'string');
  expect(secrets).toHaveLength(1);
  expect(changed).toContainEqual({ status: 'wrong' });
  expect((await findClerkSession(context, secrets[0] ?? '')).status).toBe('signedIn');
});
