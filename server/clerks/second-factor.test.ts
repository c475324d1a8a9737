import { expect, it } from 'vitest';
import { CLERKS_PASSWORD, readPassword, setUpClerks } from '../testing/clerk-world.ts';
import { findClerkSession } from './clerk-sessions.ts';
import { signInClerk } from './clerk-sign-in.ts';
import { findWaiting } from './waiting-sign-in.ts';

const MINUTE_MS = 60_000;
const WRONG = '000000';

const { clocks, context, run, add, enter, confirm, codeNow, signIn } = await setUpClerks();

const enterAna = () => enter('ana', CLERKS_PASSWORD);

it('the password alone opens no session, and a wrong code none either', async () => {
  await add('ana');
  const secret = await enterAna();
  expect(await findClerkSession(context, secret)).toEqual({ status: 'signedOut' });
  expect(await confirm('ana', secret, WRONG)).toEqual({ status: 'wrong' });
  expect((await confirm('ana', secret, await codeNow(secret))).status).toBe('signedIn');
});

it('a code is good once, also in two browsers at the same time, and an older one never', async () => {
  await add('ana');
  await signIn('ana', CLERKS_PASSWORD);
  const [first, second] = [await enterAna(), await enterAna()];
  const older = await codeNow(first);
  clocks.advance(MINUTE_MS / 2);
  const code = await codeNow(first);
  const both = await Promise.all([confirm('ana', first, code), confirm('ana', second, code)]);
  expect(both.map(({ status }) => status).toSorted()).toEqual(['signedIn', 'wrong']);
  const third = await enterAna();
  for (const used of [code, older]) expect(await confirm('ana', third, used)).toEqual({ status: 'wrong' });
});

it('each recovery code lets its clerk in once, however it is typed, and is kept as a hash alone', async () => {
  for (const name of ['ana', 'rui']) await add(name);
  const { recoveryCodes } = await signIn('ana', CLERKS_PASSWORD);
  const [first = '', second = ''] = recoveryCodes ?? [];
  expect(new Set(recoveryCodes).size).toBe(10);
  expect(first).toMatch(/^([a-z2-9]{5}-){2}[a-z2-9]{5}$/);
  const rows = await context.db.selectFrom('clerkRecoveryCodes').selectAll().execute();
  expect(JSON.stringify(rows)).not.toContain(first);

  await signIn('rui', CLERKS_PASSWORD);
  expect(await confirm('rui', await enter('rui', CLERKS_PASSWORD), first)).toEqual({ status: 'wrong' });
  const withFirst = await confirm('ana', await enterAna(), first.toUpperCase().replaceAll('-', ' '));
  expect(withFirst).toMatchObject({ status: 'signedIn', recoveryCodes: null });
  const waiting = await enterAna();
  expect(await confirm('ana', waiting, first)).toEqual({ status: 'wrong' });
  expect((await confirm('ana', waiting, second)).status).toBe('signedIn');
});

it('the app’s secret is kept once the app has shown a code, sealed, and no recovery code does in its place', async () => {
  await add('ana');
  const [given, beside] = [await enterAna(), await enterAna()];
  const { totpSecret } = (await findWaiting(context, context.db, given)) ?? {};
  const kept = () => context.db.selectFrom('clerks').select('totpSealed').executeTakeFirstOrThrow();
  expect((await confirm('ana', given, '')).status).toBe('wrong');
  expect((await kept()).totpSealed).toBeNull();
  expect((await confirm('ana', given, await codeNow(given))).status).toBe('signedIn');
  const { totpSealed } = await kept();
  expect(totpSealed).not.toBeNull();
  expect(Buffer.from(totpSealed ?? []).includes(totpSecret ?? '')).toBe(false);
  // A browser that was shown another secret meanwhile sets up no second app with it.
  expect(await findWaiting(context, context.db, beside)).toMatchObject({ isSetUp: true, totpSecret });
});

it('codes are counted from wherever they come, as they are a million alone; a browser that is known is not kept out', async () => {
  await add('ana');
  const known = { browser: 'hers' };
  await signIn('ana', CLERKS_PASSWORD, known);
  const statuses: string[] = [];
  for (let n = 0; n < 6; n += 1) {
    const from = { address: `198.51.100.${n}` };
    const secret = await enter('ana', CLERKS_PASSWORD, from);
    statuses.push((await confirm('ana', secret, WRONG, from)).status);
  }
  expect(statuses).toEqual(['wrong', 'wrong', 'wrong', 'wrong', 'blocked', 'blocked']);
  const elsewhere = await enterAna();
  expect(await confirm('ana', elsewhere, await codeNow(elsewhere))).toEqual({
    status: 'blocked',
    seconds: 60,
  });
  expect((await signIn('ana', CLERKS_PASSWORD, known)).status).toBe('signedIn');
});

it('a sign-in waits ten minutes for its code, of the clerk whose it is', async () => {
  for (const name of ['ana', 'rui']) await add(name);
  const secret = await enterAna();
  expect(await confirm('rui', secret, await codeNow(secret))).toEqual({ status: 'gone' });
  const code = await codeNow(secret);
  clocks.advance(10 * MINUTE_MS);
  expect(await confirm('ana', secret, code)).toEqual({ status: 'gone' });
});

it('whoever has lost their app is given a new password, by which alone another app is set up', async () => {
  await add('ana');
  const { secret: session, recoveryCodes } = await signIn('ana', CLERKS_PASSWORD);
  const waiting = await enterAna();
  const password = readPassword(await run('reset-second-factor', 'ana'));
  expect(await findClerkSession(context, session)).toEqual({ status: 'signedOut' });
  expect(await confirm('ana', waiting, recoveryCodes?.[0] ?? '')).toEqual({ status: 'gone' });
  const again = await enter('ana', password);
  expect(await findWaiting(context, context.db, again)).toMatchObject({ isSetUp: false });
  expect(await confirm('ana', again, recoveryCodes?.[0] ?? '')).toEqual({ status: 'wrong' });
  expect((await confirm('ana', again, await codeNow(again))).status).toBe('signedIn');
  expect(await run('reset-second-factor', 'ninguem')).toBe('! There is no clerk ninguem.');
});

it('a new password leaves the app as it is', async () => {
  await add('ana');
  await signIn('ana', CLERKS_PASSWORD);
  const password = readPassword(await run('new-password', 'ana'));
  const secret = await enter('ana', password);
  expect(await findWaiting(context, context.db, secret)).toMatchObject({ isSetUp: true });
});

it('where somebody tries it out, the password is enough if the settings say so', async () => {
  await add('ana');
  const from = { userName: 'ana', address: '192.0.2.1', browser: null };
  const begun = await signInClerk(
    { ...context, clerksNeedCode: false },
    { ...from, password: CLERKS_PASSWORD },
    '',
  );
  expect(begun.status).toBe('signedIn');
});
