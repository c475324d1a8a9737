import { describe, expect, it } from 'vitest';
import type { Problem, Service } from '../types.ts';
import { enter, HERS, NEW_PASSWORD, statusOf, WEAK } from './own-password-suite.ts';
import { type Browser, openBrowser, PASSWORD, PEOPLE, type Subject, signIn } from './subject.ts';

const MINUTE_MS = 60_000;
const RIGHT_CODE = '123456';
const WRONG_CODE = '999999';
const NOBODYS = '12345678902';

const ask = (browser: Browser, niss: string = PEOPLE.maria) =>
  browser.send<Problem>('POST', '/session/recovery', { json: { niss } });
const finish = (browser: Browser, code = RIGHT_CODE, newPassword = NEW_PASSWORD) =>
  browser.send<Problem>('POST', '/session/recovery/password', { json: { code, newPassword } });

/** The parts of an answer that the caller can see. */
const told = ({ status, body, headers }: Awaited<ReturnType<typeof finish>>) => [
  status,
  body instanceof Uint8Array ? '' : body.type,
  headers.get('Retry-After'),
];

export function describePasswordRecovery(subject: () => Subject): void {
  async function asking(niss?: string): Promise<Browser> {
    const browser = openBrowser(subject());
    expect((await ask(browser, niss)).status).toBe(204);
    return browser;
  }

  describe('recovering a palavra-chave', () => {
    it('is told of by the service, takes the code, and then the new one is right', async () => {
      const browser = openBrowser(subject());
      expect((await browser.send<Service>('GET', '/service')).body.recoversPassword).toBe(true);
      await ask(browser);
      expect((await finish(browser)).status).toBe(204);
      expect(await statusOf(browser), 'nobody is signed in by it').toBe('signedOut');
      expect((await enter(openBrowser(subject()), PASSWORD)).body.type).toBe('wrong-credentials');
      // The next sign-in still asks for a code, as always.
      expect((await enter(browser, NEW_PASSWORD)).body.status).toBe('codeRequired');
    });

    it('ends all sessions of theirs, each sign-in that waits, and nobody else’s', async () => {
      const [maria, joao] = [await signIn(subject()), await signIn(subject(), PEOPLE.joao)];
      const waiting = openBrowser(subject());
      await enter(waiting, PASSWORD);
      await finish(await asking());
      expect((await maria.send('GET', '/changes')).status).toBe(401);
      expect(await statusOf(waiting)).toBe('signedOut');
      expect((await joao.send('GET', '/changes')).status).toBe(200);
    });

    it('ends nothing for whoever only asks, in whatever browser', async () => {
      const maria = await signIn(subject());
      await ask(maria);
      await asking();
      expect((await maria.send('GET', '/changes')).status).toBe(200);
      expect((await enter(openBrowser(subject()), PASSWORD)).body.status).toBe('codeRequired');
    });

    it('tells nobody whether somebody has a NISS, by no answer, cookie or count', async () => {
      const stories: unknown[] = [];
      for (const niss of [PEOPLE.maria, NOBODYS]) {
        const browser = await asking(niss);
        const said: unknown[] = [browser.jar.cookie.replace(/[0-9a-f]{64}/, ''), browser.jar.lastsS];
        for (let tries = 0; tries < 6; tries += 1) said.push(told(await finish(browser, WRONG_CODE)));
        subject().advance(MINUTE_MS);
        for (let times = 0; times < 3; times += 1) said.push(told(await ask(openBrowser(subject()), niss)));
        stories.push(said);
        subject().advance(60 * MINUTE_MS);
      }
      expect(stories[1]).toEqual(stories[0]);
    });

    it('takes no right code of whoever has no palavra-chave here, and none for a NISS that nobody has', async () => {
      for (const niss of [NOBODYS, '10000000018'])
        expect((await finish(await asking(niss))).body.type).toBe('wrong-code');
    });

    it('lets a code live for ten minutes', async () => {
      const browser = await asking();
      subject().advance(10 * MINUTE_MS);
      expect((await finish(browser)).body.type).toBe('expired-code');
      await ask(browser);
      expect((await finish(browser, '000000')).body.type).toBe('expired-code');
      expect((await finish(browser)).status).toBe(204);
    });

    it('lets a code work once, in the browser that asked for it', async () => {
      const browser = await asking();
      const elsewhere = openBrowser(subject());
      expect((await finish(elsewhere)).body).toEqual({ type: 'no-recovery', status: 409 });
      expect((await finish(await asking(PEOPLE.joao))).status).toBe(204);
      const twice = [await finish(browser), await finish(browser, RIGHT_CODE, 'cinco gatos na varanda')];
      expect(twice.map(({ status }) => status)).toEqual([204, 409]);
      expect((await enter(openBrowser(subject()), NEW_PASSWORD)).body.status).toBe('codeRequired');
    });

    it('lets a code work once also in the same instant', async () => {
      const browser = await asking();
      const both = await Promise.all([
        finish(browser),
        finish(browser, RIGHT_CODE, 'cinco gatos na varanda'),
      ]);
      expect(both.map(({ status }) => status).toSorted()).toEqual([204, 409]);
    });

    it('ends at the fifth wrong code, also for the right one, over all browsers', async () => {
      const [one, other] = [await asking(), await asking()];
      for (let tries = 0; tries < 2; tries += 1)
        for (const browser of [one, other])
          expect((await finish(browser, WRONG_CODE)).body.type).toBe('wrong-code');
      expect(told(await finish(one, WRONG_CODE))).toEqual([429, 'too-many-attempts', '60']);
      expect((await finish(one)).body.type).toBe('no-recovery');
      expect((await finish(other)).body.type).toBe('too-many-attempts');
      subject().advance(MINUTE_MS);
      expect((await finish(one)).body.type).toBe('no-recovery');
      expect((await finish(other)).status).toBe(204);
    });

    it.each(WEAK)('does not take «%s»: %s, and keeps the code', async (weak, type) => {
      const browser = await asking();
      expect((await finish(browser, RIGHT_CODE, weak)).body).toEqual({ type, status: 422 });
      expect((await finish(openBrowser(subject()), WRONG_CODE, weak)).body.type).toBe(type);
      expect((await finish(browser)).status).toBe(204);
    });

    it('takes no name or NISS of theirs, of which only whoever has the code is told', async () => {
      const browser = await asking();
      for (const hers of HERS) {
        expect((await finish(browser, RIGHT_CODE, hers)).body.type).toBe('password-too-common');
      }
      expect((await finish(browser, WRONG_CODE, HERS[0])).body.type).toBe('wrong-code');
      expect((await finish(browser)).status).toBe(204);
    });

    it('sends three mails within an hour, for a NISS that nobody has too', async () => {
      for (const niss of [PEOPLE.maria, NOBODYS]) {
        for (let times = 0; times < 3; times += 1) await asking(niss);
        expect(told(await ask(openBrowser(subject()), niss))).toEqual([429, 'too-many-attempts', '3600']);
      }
      expect((await ask(openBrowser(subject()), PEOPLE.joao)).status).toBe(204);
      subject().advance(60 * MINUTE_MS);
      await asking();
    });

    it('is asked for twenty times from one address, at whatever NISS, and a session goes on', async () => {
      const maria = await signIn(subject());
      for (let n = 10; n < 30; n += 1) await asking(`123456789${n}`);
      expect((await ask(openBrowser(subject()), PEOPLE.joao)).body.type).toBe('too-many-attempts');
      expect((await maria.send('GET', '/changes')).status).toBe(200);
      expect((await enter(openBrowser(subject()), PASSWORD)).body.status).toBe('codeRequired');
    });

    it('counts for an address also what was one too many for a NISS', async () => {
      for (let n = 10; n < 15; n += 1) {
        for (let times = 0; times < 3; times += 1) await asking(`123456789${n}`);
        expect((await ask(openBrowser(subject()), `123456789${n}`)).status).toBe(429);
      }
      expect(told(await ask(openBrowser(subject())))).toEqual([429, 'too-many-attempts', '60']);
    });

    it('lets whoever tried too many palavras-chave sign in, once it is another', async () => {
      for (let tries = 0; tries < 5; tries += 1) await enter(openBrowser(subject()), 'x');
      expect((await enter(openBrowser(subject()), PASSWORD)).body.type).toBe('too-many-attempts');
      await finish(await asking());
      expect((await enter(openBrowser(subject()), NEW_PASSWORD)).body.status).toBe('codeRequired');
    });

    it.each([[{ niss: '123' }], [{}], ['x']])('refuses the form %j', async (json) => {
      const browser = openBrowser(subject());
      expect((await browser.send<Problem>('POST', '/session/recovery', { json })).body.type).toBe(
        'validation',
      );
      const path = '/session/recovery/password';
      expect((await browser.send<Problem>('POST', path, { json })).body.type).toBe('validation');
    });
  });
}
