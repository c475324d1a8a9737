import { describe, expect, it } from 'vitest';
import type { CodeRequiredSession, Problem, Session, SignedInSession } from '../types.ts';
import { type Browser, openBrowser, PASSWORD, PEOPLE, type Subject, signIn } from './subject.ts';

const MINUTE_MS = 60_000;

/** The fields that only a refusal has. */
type Refusal = Pick<Problem, 'type' | 'retryAt'>;

const enter = (browser: Browser, niss: string, password = PASSWORD) =>
  browser.send<CodeRequiredSession & Refusal>('POST', '/session/password', { json: { niss, password } });
const confirm = (browser: Browser, code: string) =>
  browser.send<SignedInSession & Refusal>('POST', '/session/code', { json: { code, shared: false } });
const status = async (browser: Browser) => (await browser.send<Session>('GET', '/session')).body.status;

async function startCmd(browser: Browser): Promise<string> {
  const { body } = await browser.send<{ authorizeUrl: string; state: string }>('POST', '/session/cmd');
  expect(body.authorizeUrl).toContain(body.state);
  return body.state;
}
const finishCmd = (browser: Browser, code: string, state: string) =>
  browser.send<SignedInSession & Refusal>('POST', '/session/cmd/return', {
    json: { code, state, shared: false },
  });

export function describeSession(subject: () => Subject): void {
  describe('signing in', () => {
    it('takes NISS and palavra-chave, then the code, and tells who is signed in', async () => {
      const browser = openBrowser(subject());
      expect(await status(browser)).toBe('signedOut');
      expect((await enter(browser, PEOPLE.joao)).body.status).toBe('codeRequired');
      expect(await status(browser)).toBe('codeRequired');
      const { body } = await confirm(browser, '123456');
      expect(body.citizen).toMatchObject({
        name: 'João Modelo',
        maskedNiss: '••••••••007',
        holder: 'person',
      });
      expect(body.representations.map(({ name }) => name)).toEqual(['Alice Modelo', 'Padaria Exemplo, Lda.']);
      expect(await status(browser)).toBe('signedIn');
      await browser.send('DELETE', '/session');
      expect(await status(browser)).toBe('signedOut');
      expect((await browser.send('DELETE', '/session')).status).toBe(204);
    });

    it('has the browser forget this site when the device asks for it, and only then', async () => {
      const browser = await signIn(subject());
      const keeps = await browser.send('DELETE', '/session');
      expect(keeps.headers.get('Clear-Site-Data')).toBeNull();
      // This holds also when the session has ended before: a device may learn of that only then.
      const forgets = await browser.send('DELETE', '/session?forget=device');
      expect(forgets.headers.get('Clear-Site-Data')).toBe('"cache", "storage"');
    });

    it('lets an organisation in with its own NISS', async () => {
      const browser = openBrowser(subject());
      await enter(browser, PEOPLE.bakery);
      expect((await confirm(browser, '123456')).body.citizen.holder).toBe('organisation');
    });

    it('does not tell whether the NISS or the palavra-chave is wrong', async () => {
      const browser = openBrowser(subject());
      const known = await enter(browser, PEOPLE.maria, 'outra');
      const unknown = await enter(browser, '12345678902');
      expect(known.body).toEqual({ type: 'wrong-credentials', status: 422 });
      expect(unknown.body).toEqual(known.body);
    });

    it('opens no session of which it is not told whether the device is shared', async () => {
      const browser = openBrowser(subject());
      await enter(browser, PEOPLE.maria);
      const code = await browser.send<Problem>('POST', '/session/code', { json: { code: '123456' } });
      expect(code.body.type).toBe('validation');
      const back = { code: 'cmd-910000000-abcdefgh', state: await startCmd(browser) };
      const cmd = await browser.send<Problem>('POST', '/session/cmd/return', { json: back });
      expect(cmd.body.type).toBe('validation');
    });

    it.each([{ niss: '123', password: 'x' }, { niss: PEOPLE.maria }, 'x'])(
      'refuses the form %j',
      async (json) => {
        const answer = await openBrowser(subject()).send<Problem>('POST', '/session/password', { json });
        expect(answer.body.type).toBe('validation');
      },
    );

    it('closes a NISS for a while after five wrong tries, also to the right palavra-chave', async () => {
      const browser = openBrowser(subject());
      for (let tries = 1; tries < 5; tries += 1)
        expect((await enter(browser, PEOPLE.maria, 'x')).status).toBe(422);
      const fifth = await enter(browser, PEOPLE.maria, 'x');
      expect(fifth.status).toBe(429);
      expect(fifth.headers.get('Retry-After')).toBe('60');
      expect(fifth.body.retryAt).toBeDefined();
      expect((await enter(browser, PEOPLE.maria)).status).toBe(429);
      expect((await enter(browser, PEOPLE.joao)).status).toBe(200);
      subject().advance(MINUTE_MS);
      expect((await enter(browser, PEOPLE.maria)).status).toBe(200);
    });

    it('takes a second code after a wrong one, and ends the attempt at the third', async () => {
      const browser = openBrowser(subject());
      await enter(browser, PEOPLE.maria);
      expect((await confirm(browser, '999999')).body.type).toBe('wrong-code');
      expect((await confirm(browser, '999999')).body.type).toBe('wrong-code');
      expect((await confirm(browser, '999999')).body.type).toBe('too-many-attempts');
      expect((await confirm(browser, '123456')).body.type).toBe('no-sign-in');
      expect((await enter(browser, PEOPLE.maria)).status).toBe(429);
    });

    it('lets a code live for five minutes and sends another', async () => {
      const browser = openBrowser(subject());
      await enter(browser, PEOPLE.maria);
      subject().advance(5 * MINUTE_MS);
      expect((await confirm(browser, '123456')).body.type).toBe('expired-code');
      expect((await browser.send('POST', '/session/code/new')).status).toBe(200);
      expect((await confirm(browser, '123456')).status).toBe(200);
    });

    it('shows what an expired code does, to whoever types 000000', async () => {
      const browser = openBrowser(subject());
      await enter(browser, PEOPLE.maria);
      expect((await confirm(browser, '000000')).body.type).toBe('expired-code');
      expect((await confirm(browser, '123456')).status).toBe(200);
    });

    it('does not send codes without end, nor without a first step', async () => {
      const browser = openBrowser(subject());
      expect((await browser.send<Problem>('POST', '/session/code/new')).body.type).toBe('no-sign-in');
      await enter(browser, PEOPLE.maria);
      const statuses = [];
      for (let sent = 1; sent <= 5; sent += 1)
        statuses.push((await browser.send('POST', '/session/code/new')).status);
      expect(statuses).toEqual([200, 200, 200, 200, 429]);
    });
  });

  describe('signing in with Chave Móvel Digital', () => {
    it('opens a session for the code and the state that come back, once', async () => {
      const browser = openBrowser(subject());
      const state = await startCmd(browser);
      expect((await finishCmd(browser, 'cmd-910000000-abcdefgh', state)).body.citizen.name).toBe(
        'Maria Exemplo',
      );
      expect((await finishCmd(browser, 'cmd-910000000-ijklmnop', state)).body.type).toBe('wrong-state');
      const other = await startCmd(browser);
      expect((await finishCmd(browser, 'cmd-910000000-abcdefgh', other)).body.type).toBe('cmd-refused');
    });

    it('refuses a state that it did not give, gave to another browser, or gave too long ago', async () => {
      const browser = openBrowser(subject());
      const elsewhere = openBrowser(subject());
      const code = 'cmd-910000000-abcdefgh';
      expect((await finishCmd(browser, code, 'made-up-by-somebody')).body.type).toBe('wrong-state');
      const stolen = await startCmd(elsewhere);
      expect((await finishCmd(browser, code, stolen)).body.type).toBe('wrong-state');
      const old = await startCmd(browser);
      subject().advance(10 * MINUTE_MS);
      expect((await finishCmd(browser, code, old)).body.type).toBe('wrong-state');
    });

    it('takes no code for a state, and none twice', async () => {
      const browser = openBrowser(subject());
      const [used, fresh] = ['cmd-910000000-abcdefgh', 'cmd-910000000-ijklmnop'];
      const state = await startCmd(browser);
      const { cookie } = browser.jar;
      expect((await finishCmd(browser, used, state)).status).toBe(200);
      // The state belongs to the cookie of before; the session has brought another.
      browser.jar.cookie = cookie;
      expect((await finishCmd(browser, fresh, used)).body.type).toBe('wrong-state');
      const again = await startCmd(browser);
      expect((await finishCmd(browser, used, again)).body.type).toBe('cmd-refused');
    });

    it('refuses a person that nobody knows', async () => {
      const browser = openBrowser(subject());
      const state = await startCmd(browser);
      expect((await finishCmd(browser, 'cmd-919999999-abcdefgh', state)).body.type).toBe('cmd-refused');
    });
  });

  describe('reference data', () => {
    it('is readable signed out', async () => {
      const browser = openBrowser(subject());
      const topics = await browser.send<{ lifeEvents: { label: string }[] }>('GET', '/topics');
      expect(topics.body.lifeEvents.map(({ label }) => label)).toContain('Pagamentos');
      expect((await browser.send('GET', '/limits')).status).toBe(200);
    });
  });
}
