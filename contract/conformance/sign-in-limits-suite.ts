import { describe, expect, it } from 'vitest';
import type { Problem, Session } from '../types.ts';
import { type Browser, openBrowser, PASSWORD, PEOPLE, type Subject, signIn } from './subject.ts';

const MINUTE_MS = 60_000;
const RIGHT_CODE = '123456';

/** The answer's fields, of a session or of a refusal. */
type Refused = Pick<Problem, 'type' | 'retryAt'> & { status: Session['status'] | number };

const enter = (browser: Browser, niss: string = PEOPLE.maria, password = PASSWORD) =>
  browser.send<Refused>('POST', '/session/password', { json: { niss, password } });
const confirm = (browser: Browser, code: string) =>
  browser.send<Refused>('POST', '/session/code', { json: { code, shared: false } });
const statusOf = async (browser: Browser) => (await browser.send<Session>('GET', '/session')).body.status;

export function describeSignInLimits(subject: () => Subject): void {
  /** Opens a browser in which the palavra-chave was right and a code is awaited. */
  async function waiting(): Promise<Browser> {
    const browser = openBrowser(subject());
    await enter(browser);
    return browser;
  }

  async function guessThrice(browser: Browser) {
    await confirm(browser, '999990');
    await confirm(browser, '999991');
    return confirm(browser, '999992');
  }

  describe('guessing a code', () => {
    it('is counted over all sessions, however often the palavra-chave is given again', async () => {
      const statuses: number[] = [];
      for (let guess = 0; guess < 5; guess += 1) {
        statuses.push((await confirm(await waiting(), `99999${guess}`)).status);
      }
      // After the third wrong code no code is sent, so that there is nothing to guess.
      expect(statuses).toEqual([422, 422, 429, 409, 409]);
    });

    it('closes every session that was begun beside, also to the right code, until the block ends', async () => {
      const [attacked, beside] = [await waiting(), await waiting()];
      expect((await guessThrice(attacked)).body.type).toBe('too-many-attempts');
      const refused = await confirm(beside, RIGHT_CODE);
      expect([refused.status, refused.body.type]).toEqual([429, 'too-many-attempts']);
      expect((await beside.send('POST', '/session/code/new')).status).toBe(429);
      subject().advance(MINUTE_MS);
      expect((await confirm(beside, RIGHT_CODE)).body.status).toBe('signedIn');
    });

    it('is blocked for longer each time: 1, 5 and 30 minutes, until a day has passed', async () => {
      const blocks: (string | null)[] = [];
      for (const minutes of [1, 5, 30, 30, 24 * 60, 0]) {
        const { headers, body } = await guessThrice(await waiting());
        blocks.push(headers.get('Retry-After'));
        expect(body.retryAt).toBeDefined();
        subject().advance(minutes * MINUTE_MS);
      }
      expect(blocks).toEqual(['60', '300', '1800', '1800', '1800', '60']);
    });

    it('is forgotten once a code was right', async () => {
      const browser = await waiting();
      await confirm(browser, '999990');
      await confirm(browser, '999991');
      expect((await confirm(browser, RIGHT_CODE)).status).toBe(200);
      expect((await confirm(await waiting(), '999992')).body.type).toBe('wrong-code');
    });
  });

  it('people who sign in at once have not tried too often: each is let in, or told to come again soon, for they are many', async () => {
    const people = Object.values(PEOPLE);
    const twelve = Array.from({ length: 12 }, (_, n) =>
      enter(openBrowser(subject()), people[n % people.length]),
    );
    for (const { headers, body } of await Promise.all(twelve)) {
      expect(['codeRequired', 'too-many-at-once']).toContain(body.type ?? body.status);
      if (body.type) expect(Number(headers.get('Retry-After'))).toBeGreaterThan(0);
    }
  });

  it('five codes are sent over all sessions until one is right', async () => {
    const statuses: number[] = [];
    for (let n = 0; n < 3; n += 1) {
      const browser = openBrowser(subject());
      statuses.push((await enter(browser)).status);
      statuses.push((await browser.send('POST', '/session/code/new')).status);
    }
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429]);
    expect((await enter(openBrowser(subject()))).status).toBe(429);
    expect((await enter(openBrowser(subject()), PEOPLE.joao)).status).toBe(200);
  });

  it('wrong palavras-chave of a stranger keep nobody out of a session, nor away from a code', async () => {
    const maria = await signIn(subject());
    const onHerPhone = await waiting();
    const stranger = openBrowser(subject());
    for (let tries = 0; tries < 5; tries += 1) await enter(stranger, PEOPLE.maria, 'x');
    expect((await enter(stranger)).status).toBe(429);
    expect((await maria.send('GET', '/changes')).status).toBe(200);
    expect((await maria.send('POST', '/session/extension')).status).toBe(200);
    expect((await confirm(onHerPhone, RIGHT_CODE)).status).toBe(200);
    expect(await statusOf(maria)).toBe('signedIn');
  });

  it('wrong palavras-chave block a NISS for longer each time, whether anybody has it or not', async () => {
    for (const niss of [PEOPLE.maria, '12345678902']) {
      const blocks: (string | null)[] = [];
      for (const minutes of [1, 5, 30]) {
        let last = '';
        for (let tries = 0; tries < 5; tries += 1) {
          last = (await enter(openBrowser(subject()), niss, 'x')).headers.get('Retry-After') ?? '';
        }
        blocks.push(last);
        subject().advance(minutes * MINUTE_MS);
      }
      expect(blocks).toEqual(['60', '300', '1800']);
    }
  });

  it('fifty wrong tries from one address, at whatever NISS, block the address, and no session', async () => {
    const maria = await signIn(subject());
    const statuses: number[] = [];
    for (let n = 10; n < 30; n += 1) {
      for (let tries = 0; tries < 4 && !statuses.includes(429); tries += 1) {
        statuses.push((await enter(openBrowser(subject()), `123456789${n}`, 'x')).status);
      }
    }
    expect(statuses).toHaveLength(50);
    expect((await enter(openBrowser(subject()), PEOPLE.joao)).status).toBe(429);
    expect((await maria.send('GET', '/changes')).status).toBe(200);
    subject().advance(MINUTE_MS);
    expect((await enter(openBrowser(subject()), PEOPLE.joao)).status).toBe(200);
  });

  it('wrong tries that many people make at one address over a day block nobody', async () => {
    for (let n = 10; n < 40; n += 1) {
      for (let tries = 0; tries < 4; tries += 1) {
        expect((await enter(openBrowser(subject()), `123456789${n}`, 'x')).status).toBe(422);
      }
      subject().advance(2 * MINUTE_MS);
    }
  });
}
