import { expect, it } from 'vitest';
import { findCommand } from '../office-cli/run-command.ts';
import { OFFICE, readPassword, setUpClerks } from '../testing/clerk-world.ts';
import { endClerkSession, findClerkSession } from './clerk-sessions.ts';
import { changeOwnPassword } from './clerk-sign-in.ts';
import { hasClerks } from './clerks.ts';

const MINUTE_MS = 60_000;

const { clocks, context, run, add, enter, signIn, tryToSignIn } = await setUpClerks();

it('a clerk whom a command added signs in with the password that it printed, which nobody can read afterwards', async () => {
  expect(await hasClerks(context.db)).toBe(false);
  const password = await add('ana');
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
  const { secret } = await signIn('ana', await add('ana'));
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
  const [first, second] = [(await signIn('ana', password)).secret, (await signIn('ana', password)).secret];
  await endClerkSession(context.db, first);
  expect(await findClerkSession(context, first)).toEqual({ status: 'signedOut' });
  const renewed = readPassword(await run('new-password', 'ana'));
  expect(await findClerkSession(context, second)).toEqual({ status: 'signedOut' });
  expect(await tryToSignIn('ana', password)).toEqual({ status: 'wrong' });
  const third = (await signIn('ana', renewed)).secret;
  expect(await run('remove-clerk', 'ana')).toBe('ana is let in no more.');
  expect(await findClerkSession(context, third)).toEqual({ status: 'signedOut' });
  expect(await run('remove-clerk', 'ana')).toBe('! There is no clerk ana.');
  expect(await run('new-password', 'ana')).toBe('! There is no clerk ana.');
});

it('while one clerk’s password is judged, which takes long, the page of another is answered', async () => {
  const password = await add('ana');
  const { secret } = await signIn('ana', password);
  const order: string[] = [];
  await Promise.all([
    enter('ana', password).then(() => order.push('signed in')),
    findClerkSession(context, secret).then(() => order.push('answered')),
  ]);
  expect(order).toEqual(['answered', 'signed in']);
});

it('of two who change a password at once the second is told that the one they know is it no more', async () => {
  const password = await add('ana');
  const change = (newPassword: string) =>
    changeOwnPassword(context, { userName: 'ana', password, address: OFFICE, browser: null }, newPassword);
  const changed = await Promise.all([change('a primeira palavra'), change('a segunda palavra')]);
  const secrets = changed.filter((each) => typeof each === 'string');
  expect(secrets).toHaveLength(1);
  expect(changed).toContainEqual({ status: 'wrong' });
  expect((await findClerkSession(context, secrets[0] ?? '')).status).toBe('signedIn');
});
