import { describe, expect, it } from 'vitest';
import {
  openBrowser,
  PEOPLE,
  type Subject,
  signIn as signInCitizen,
} from '../../contract/conformance/subject.ts';
import { createApp } from '../app.ts';
import { addSimulatedPeople } from '../sessions/simulator.ts';
import { CLERKS_PASSWORD, setUpClerks } from '../testing/clerk-world.ts';
import { judgeClerksPassword } from './password.ts';

const MINUTE_MS = 60_000;

const { clocks, context, add, signIn, tryToSignIn } = await setUpClerks();

const GUESSES_FROM_ONE = 5;

it.each([
  ['ana', { status: 'needsCode', secret: expect.any(String) }],
  ['ninguem', { status: 'wrong' }],
])(
  'the fifth wrong password in a row from one network is one too many, for a user name that nobody has too: %s',
  async (userName, then) => {
    await add('ana');
    const guess = (address: string) => tryToSignIn(userName, 'wrong', { address });
    for (let tries = 1; tries < GUESSES_FROM_ONE; tries += 1)
      expect(await guess(`2001:db8:0:1::${tries}`)).toEqual({ status: 'wrong' });
    const blocked = { status: 'blocked', seconds: 60 };
    expect(await guess('2001:db8:0:1::5')).toEqual(blocked);
    expect(await tryToSignIn(userName, CLERKS_PASSWORD, { address: '2001:db8:0:1:ffff::' })).toEqual(blocked);
    clocks.advance(MINUTE_MS);
    expect(await tryToSignIn(userName, CLERKS_PASSWORD, { address: '2001:db8:0:1::' })).toEqual(then);
  },
);

it('however many citizens wait to be judged, a clerk is judged at once', async () => {
  await add('ana');
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const waiting = Array.from({ length: 40 }, (_, n) =>
    context.turns.citizens.take(`198.51.100.${n}`, () => held),
  );
  expect(await signIn('ana', CLERKS_PASSWORD)).toMatchObject({ status: 'signedIn' });
  letGo();
  await Promise.all(waiting);
});

it('sixteen passwords at once from one network are no more guesses than five', async () => {
  await add('ana');
  const guess = (_: unknown, n: number) => tryToSignIn('ana', n === 15 ? CLERKS_PASSWORD : 'wrong');
  const tried = await Promise.all(Array.from({ length: 16 }, guess));
  expect(tried.filter(({ status }) => status === 'wrong').length).toBeLessThan(GUESSES_FROM_ONE);
});

describe('A clerk whom somebody attacks for an hour, from a thousand addresses', () => {
  const ADDRESSES = 1000;
  /** The time for a thousand tries, each of which is a transaction. */
  const ATTACK_MS = 180_000;
  const addressOf = (n: number) => `198.18.${Math.floor(n / 250)}.${n % 250}`;

  it(
    'signs in all the same, from anywhere else and from the browser that is known where the attack comes from',
    async () => {
      await add('ana');
      const known = { browser: 'hers' };
      await signIn('ana', CLERKS_PASSWORD, known);
      const statuses = new Set<string>();
      for (let n = 0; n < ADDRESSES; n += 1) {
        statuses.add((await tryToSignIn('ana', `guess ${n}`, { address: addressOf(n) })).status);
        clocks.advance((60 * MINUTE_MS) / ADDRESSES);
      }
      expect(statuses).toEqual(new Set(['wrong']));
      for (let n = 0; n < GUESSES_FROM_ONE; n += 1)
        await tryToSignIn('ana', `more ${n}`, { address: addressOf(7) });
      const there = { address: addressOf(7) };
      expect(await tryToSignIn('ana', CLERKS_PASSWORD, there)).toMatchObject({ status: 'blocked' });
      expect(await signIn('ana', CLERKS_PASSWORD, { ...there, ...known })).toMatchObject({
        status: 'signedIn',
      });
      expect(await signIn('ana', CLERKS_PASSWORD, { address: '203.0.113.9' })).toMatchObject({
        status: 'signedIn',
      });
    },
    ATTACK_MS,
  );
});

describe('Clerks and citizens at one address', () => {
  const ADDRESS = '192.0.2.9';
  const FIFTY = 50;

  function citizens(): Subject {
    const app = createApp(context);
    const from = { incoming: { socket: { remoteAddress: ADDRESS } } };
    return { server: (request) => app(request, from), advance: clocks.advance, stop: async () => {} };
  }

  it('keep one another out by no wrong try', async () => {
    await addSimulatedPeople(context);
    const clerks = Array.from({ length: 13 }, (_, n) => `clerk${n}`);
    for (const name of clerks) await add(name);
    const guess = (n: number) =>
      openBrowser(citizens()).send('POST', '/session/password', {
        json: { niss: `1234567${1000 + Math.floor(n / 4)}`, password: 'x' },
      });
    for (let n = 0; n < FIFTY; n += 1) await guess(n);
    expect((await guess(FIFTY)).status).toBe(429);
    const there = { address: ADDRESS };
    expect(await tryToSignIn('clerk0', CLERKS_PASSWORD, there)).toMatchObject({ status: 'needsCode' });
    clocks.advance(MINUTE_MS);
    for (let n = 0; n < FIFTY; n += 1) await tryToSignIn(clerks[Math.floor(n / 4)] ?? '', 'x', there);
    expect(await tryToSignIn('clerk12', CLERKS_PASSWORD, there)).toMatchObject({ status: 'blocked' });
    expect((await signInCitizen(citizens(), PEOPLE.maria)).citizenId).toBeDefined();
  });
});

it.each([
  ['curta', 'short'],
  ['onze letras', 'short'],
  ['qwerty123456', 'common'],
  ['Password1234', 'common'],
  ['Administrator2026', 'common'],
  ['palavra-chave-123', 'common'],
  ['Segurança Social', 'common'],
  ['aaaaaaaaaaaa', 'common'],
  ['ana.silva-2026', 'common'],
  ['ana bela da silva albuquerque', 'common'],
  ['Albuquerque2026', 'common'],
  ['x'.repeat(129), 'long'],
  ['três cavalos azuis', null],
  ['três cavalos '.repeat(9), null],
  ['дванадцять літер', null],
])('of the password «%s» a clerk is told: %s', async (password, fault) => {
  expect(
    await judgeClerksPassword(password, { userName: 'ana.silva', name: 'Ana Bela da Silva  Albuquerque' }),
  ).toBe(fault);
});
