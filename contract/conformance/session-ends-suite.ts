import { describe, expect, it } from 'vitest';
import type { Problem, Session, SignedInSession } from '../types.ts';
import { type Browser, moveClock, openBrowser, PEOPLE, type Subject, signIn } from './subject.ts';

const MINUTE_MS = 60_000;

const statusOf = async (browser: Browser) => (await browser.send<Session>('GET', '/session')).body.status;
const extend = (browser: Browser) => browser.send<SignedInSession>('POST', '/session/extension');

async function signInByCmd(subject: Subject, shared: boolean): Promise<Browser> {
  const browser = openBrowser(subject);
  const { body } = await browser.send<{ state: string }>('POST', '/session/cmd');
  const code = `cmd-910000000-${crypto.randomUUID().slice(0, 8)}`;
  await browser.send('POST', '/session/cmd/return', { json: { code, state: body.state, shared } });
  return browser;
}

const WAYS = [
  {
    way: 'palavra-chave',
    open: (subject: Subject, shared: boolean) => signIn(subject, PEOPLE.maria, { shared }),
  },
  { way: 'Chave Móvel Digital', open: signInByCmd },
];

export function describeSessionEnds(subject: () => Subject): void {
  describe('a session', () => {
    it('ends after 30 idle minutes; asking and polling do not keep it, what the citizen does keeps it', async () => {
      const maria = await signIn(subject());
      const { id } = (
        await maria.send<{ changes: { request?: { id: string } }[] }>('GET', '/changes')
      ).body.changes.flatMap(({ request }) => request ?? [])[0] ?? { id: '' };
      subject().advance(20 * MINUTE_MS);
      expect((await maria.send('GET', `/requests/${id}`)).status).toBe(200);
      subject().advance(20 * MINUTE_MS);
      expect((await maria.send('GET', '/changes')).status).toBe(200);
      expect(await statusOf(maria)).toBe('signedIn');
      subject().advance(10 * MINUTE_MS);
      expect(await statusOf(maria)).toBe('signedOut');
      expect((await maria.send<Problem>('GET', '/changes')).body.type).toBe('signed-out');
      expect((await maria.send('POST', '/session/extension')).status).toBe(401);
    });

    it("is prolonged by one press, and follows real time, not the world's", async () => {
      const maria = await signIn(subject());
      await moveClock(maria, 20);
      subject().advance(29 * MINUTE_MS);
      expect((await maria.send('POST', '/session/extension')).status).toBe(200);
      subject().advance(29 * MINUTE_MS);
      expect(await statusOf(maria)).toBe('signedIn');
    });

    it('is one per browser', async () => {
      const maria = await signIn(subject());
      const joao = await signIn(subject(), PEOPLE.joao);
      await joao.send('DELETE', '/session');
      expect(await statusOf(maria)).toBe('signedIn');
    });
  });

  describe.each(WAYS)('a session that was opened by $way', ({ open }) => {
    it.each([
      { shared: false, idle: 30, whole: 8 * 60 },
      { shared: true, idle: 10, whole: 60 },
    ])('has two ends, and says them: $idle idle minutes, $whole in all (shared: $shared)', async (ends) => {
      const { shared, idle, whole } = ends;
      const left = await open(subject(), shared);
      const kept = await open(subject(), shared);
      const { body } = await extend(kept);
      expect(body).toMatchObject({
        shared,
        idleMinutes: { own: 30, shared: 10 },
        wholeMinutes: { own: 480, shared: 60 },
      });
      expect(Date.parse(body.endsAt) - Date.parse(body.expiresAt)).toBe((whole - idle) * MINUTE_MS);

      subject().advance((idle - 1) * MINUTE_MS);
      expect(await statusOf(left)).toBe('signedIn');
      await extend(kept);
      subject().advance(MINUTE_MS);
      expect(await statusOf(left)).toBe('signedOut');

      for (let at = idle; at < whole - 5; at += 5) {
        expect((await extend(kept)).status).toBe(200);
        subject().advance(5 * MINUTE_MS);
      }
      const last = (await extend(kept)).body;
      expect([last.endsAt, last.expiresAt]).toEqual([body.endsAt, body.endsAt]);
      subject().advance(5 * MINUTE_MS - 1);
      expect(await statusOf(kept)).toBe('signedIn');
      subject().advance(1);
      expect(await statusOf(kept)).toBe('signedOut');
      expect((await extend(kept)).status).toBe(401);
    });
  });
}
