import { beforeEach, describe, expect, it } from 'vitest';
import type { Problem, Session, SignedInSession } from '../types.ts';
import { type Browser, openBrowser, PASSWORD, PEOPLE, type Subject, signIn } from './subject.ts';

const MINUTE_MS = 60_000;
export const NEW_PASSWORD = 'quatro gatos na varanda';

/** Passwords that every server refuses to Maria Exemplo, and why. */
export const WEAK = [
  ['sete777', 'password-too-short'],
  ['1234567', 'password-too-short'],
  ['qwertyuiop', 'password-too-common'],
  ['Palavra-Chave 2026', 'password-too-common'],
  ['aaaaaaaa', 'password-too-common'],
] as const;
export const HERS = ['Maria Exemplo 1', 'exemplo1965', '100.000.000.00'];

export const enter = (browser: Browser, password: string) =>
  browser.send<Partial<SignedInSession> & Pick<Problem, 'type'>>('POST', '/session/password', {
    json: { niss: PEOPLE.maria, password },
  });
export const statusOf = async (browser: Browser) =>
  (await browser.send<Session>('GET', '/session')).body.status;

const change = (browser: Browser, password: string, newPassword: string) =>
  browser.send<Problem>('PUT', '/password', { json: { password, newPassword } });

export function describeOwnPassword(subject: () => Subject): void {
  describe('choosing another palavra-chave, by the present one', () => {
    let maria: Browser;

    beforeEach(async () => {
      maria = await signIn(subject());
    });

    it('is offered to whoever signed in with theirs, and refused to whoever came by the provider', async () => {
      const read = async (browser: Browser) => (await browser.send<SignedInSession>('GET', '/session')).body;
      expect((await read(maria)).canChangePassword).toBe(true);
      const byProvider = openBrowser(subject());
      const { state } = (await byProvider.send<{ state: string }>('POST', '/session/cmd')).body;
      const json = { code: 'cmd-910000000-abcdefgh', state, shared: false };
      const { body } = await byProvider.send<SignedInSession>('POST', '/session/cmd/return', { json });
      byProvider.citizenId = body.citizen.id;
      expect(body.canChangePassword).toBe(false);
      const refused = await change(byProvider, PASSWORD, NEW_PASSWORD);
      expect(refused.body).toEqual({ type: 'not-allowed', status: 403 });
    });

    it('makes the new one right and the one of before wrong', async () => {
      expect((await change(maria, PASSWORD, NEW_PASSWORD)).status).toBe(204);
      expect((await enter(openBrowser(subject()), PASSWORD)).body.type).toBe('wrong-credentials');
      expect((await enter(openBrowser(subject()), NEW_PASSWORD)).body.status).toBe('codeRequired');
    });

    it('ends all other sessions of theirs and each sign-in that waits, and neither this one nor anybody else’s', async () => {
      const [own, shared, joao] = [
        await signIn(subject()),
        await signIn(subject(), PEOPLE.maria, { shared: true }),
        await signIn(subject(), PEOPLE.joao),
      ];
      const waiting = openBrowser(subject());
      await enter(waiting, PASSWORD);
      await change(maria, PASSWORD, NEW_PASSWORD);
      for (const browser of [own, shared]) expect((await browser.send('GET', '/changes')).status).toBe(401);
      expect(await statusOf(waiting)).toBe('signedOut');
      for (const browser of [maria, joao]) expect((await browser.send('GET', '/changes')).status).toBe(200);
    });

    it('takes the present one alone, and counts a wrong one as a try to sign in', async () => {
      for (let tries = 1; tries < 5; tries += 1)
        expect((await change(maria, 'x', NEW_PASSWORD)).body.type).toBe('wrong-credentials');
      const fifth = await change(maria, 'x', NEW_PASSWORD);
      expect([fifth.status, fifth.headers.get('Retry-After')]).toEqual([429, '60']);
      expect((await change(maria, PASSWORD, NEW_PASSWORD)).body.type).toBe('too-many-attempts');
      expect((await enter(openBrowser(subject()), PASSWORD)).body.type).toBe('too-many-attempts');
      expect((await maria.send('GET', '/changes')).status).toBe(200);
      subject().advance(MINUTE_MS);
      expect((await change(maria, PASSWORD, NEW_PASSWORD)).status).toBe(204);
    });

    it.each(WEAK)('does not take «%s»: %s, whatever the present one is', async (weak, type) => {
      for (const password of [PASSWORD, 'x'])
        expect((await change(maria, password, weak)).body).toEqual({ type, status: 422 });
      expect((await enter(openBrowser(subject()), PASSWORD)).body.status).toBe('codeRequired');
    });

    it.each(HERS)('does not take «%s» of Maria Exemplo, whose name or NISS it is', async (hers) => {
      expect((await change(maria, PASSWORD, hers)).body.type).toBe('password-too-common');
    });

    it('does not take the one that it is already, which is no try', async () => {
      await change(maria, PASSWORD, NEW_PASSWORD);
      for (let times = 0; times < 6; times += 1)
        expect((await change(maria, NEW_PASSWORD, NEW_PASSWORD)).body.type).toBe('password-unchanged');
      expect((await change(maria, NEW_PASSWORD, 'cinco gatos na varanda')).status).toBe(204);
    });

    it('takes whatever people write, from 8 characters to 128, and lets them in by it', async () => {
      let present: string = PASSWORD;
      for (const chosen of ['сім вітрів', '🐈🐕🐎🐄🐖🐑🐐🐓', 'ã'.repeat(64) + 'ó'.repeat(64)]) {
        expect((await change(maria, present, chosen)).status).toBe(204);
        expect((await enter(openBrowser(subject()), chosen)).body.status).toBe('codeRequired');
        present = chosen;
      }
      expect((await change(maria, present, 'b'.repeat(129))).body.type).toBe('validation');
    });

    it('takes the same palavra-chave from every keyboard, in whichever way it writes an accented letter', async () => {
      const chosen = 'maçã com canela';
      expect((await change(maria, PASSWORD, chosen.normalize('NFC'))).status).toBe(204);
      for (const form of ['NFC', 'NFD']) {
        const { body } = await enter(openBrowser(subject()), chosen.normalize(form));
        expect(body.status, form).toBe('codeRequired');
      }
    });

    it('is no business of who is not signed in, or of another than the page believes', async () => {
      expect((await change(openBrowser(subject()), PASSWORD, NEW_PASSWORD)).status).toBe(401);
      const joao = await signIn(subject(), PEOPLE.joao);
      maria.citizenId = joao.citizenId;
      expect((await change(maria, PASSWORD, NEW_PASSWORD)).body.type).toBe('owner-mismatch');
    });
  });
}
