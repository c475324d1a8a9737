import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { MySession, Session } from '../types.ts';
import { listSessions } from './session-ends.ts';
import { type Browser, PASSWORD, PEOPLE, type Subject, signIn, submit } from './subject.ts';

const PHONE = 'Mozilla/5.0 (Linux; Android 16; K) AppleWebKit/537.36 Chrome/150.0.0.0 Mobile Safari/537.36';

const byPassword = (niss: string) => async (browser: Browser) => {
  await browser.send('POST', '/session/password', { json: { niss, password: PASSWORD } });
  return browser.send('POST', '/session/code', { json: { code: '123456', shared: false } });
};

async function asMariaByCmd(browser: Browser) {
  const { body } = await browser.send<{ state: string }>('POST', '/session/cmd');
  const json = { code: 'cmd-910000000-abcdefgh', state: body.state, shared: false };
  return browser.send('POST', '/session/cmd/return', { json });
}

export function describeLeftDevice(subject: () => Subject): void {
  describe('a device on which somebody else signs in', () => {
    let joao: Browser;
    let phone: Browser;

    const statesOf = async (browser: Browser) =>
      (await listSessions(browser)).filter(({ isCurrent }) => !isCurrent).map(({ state }) => state);
    const order = async () => {
      const lost = (await listSessions(joao)).find(({ isCurrent }) => !isCurrent);
      await joao.send<MySession>('PUT', `/sessions/${lost?.id}/erasure`);
    };

    const ACTS: [what: string, state: MySession['state'], act: () => Promise<unknown>][] = [
      ['must erase', 'mustErase', order],
      ['keeps words', 'ended', () => phone.send('DELETE', '/session?keeps=true')],
      ['ended as idle', 'ended', () => phone.send('DELETE', '/session?idle=true')],
      ['is signed in', 'ended', async () => {}],
    ];
    const beginAsJoao = () =>
      phone.send('POST', '/session/password', { json: { niss: PEOPLE.joao, password: PASSWORD } });

    beforeEach(async () => {
      joao = await signIn(subject(), PEOPLE.joao);
      phone = await signIn(subject(), PEOPLE.joao, { userAgent: PHONE });
    });

    describe.each([
      ['by palavra-chave', byPassword(PEOPLE.maria)],
      ['by Chave Móvel Digital', asMariaByCmd],
    ])('%s', (_way, signInAsMaria) => {
      it.each(ACTS)('stays in the list of its owner, one that %s', async (_what, state, act) => {
        await act();
        expect((await signInAsMaria(phone)).status).toBe(200);
        expect(await statesOf(joao)).toEqual([state]);
      });
    });

    it('stays in the list of its owner also where they fail to sign in', async () => {
      await phone.send('POST', '/session/password', { json: { niss: PEOPLE.maria, password: 'x' } });
      expect(await statesOf(joao)).toEqual(['ended']);
    });

    describe('with the owner’s own palavra-chave, and without the code', () => {
      it.each(ACTS)('stays in their list, one that %s', async (_what, state, act) => {
        await act();
        expect((await beginAsJoao()).status).toBe(200);
        expect(await statesOf(joao)).toEqual([state]);
        await phone.send('DELETE', '/session?keeps=true');
        expect(await statesOf(joao)).toEqual([state]);
        expect(phone.jar.lastsS).toBe(90 * 24 * 60 * 60);
      });

      it.each([
        ['before', [order, beginAsJoao]],
        ['meanwhile', [beginAsJoao, order]],
      ])('erases as it was told to %s', async (_when, acts) => {
        for (const act of acts) await act();
        const { body } = await phone.send<Session>('GET', '/session');
        expect(body).toEqual({ status: 'mustErase', citizenId: joao.citizenId });
        await phone.send('POST', '/session/erased');
        expect(await statesOf(joao)).toEqual(['erased']);
      });
    });

    it.each([
      ['ended as idle', () => phone.send('DELETE', '/session?idle=true')],
      ['ended by time', async () => subject().advance(31 * 60_000)],
      ['goes on', async () => {}],
    ])('still sends what waits on it after a mere try, one whose session %s', async (_what, act) => {
      await act();
      await phone.send('POST', '/session/password', { json: { niss: PEOPLE.maria, password: 'x' } });
      expect((await submit(phone, randomUUID())).status).toBe(201);
      expect((await beginAsJoao()).status).toBe(200);
      expect((await submit(phone, randomUUID())).status).toBe(201);
    });

    it('is in its owner’s list once, however often they sign in on it anew', async () => {
      for (const act of [async () => {}, () => phone.send('DELETE', '/session?keeps=true'), order]) {
        await act();
        expect((await byPassword(PEOPLE.joao)(phone)).status).toBe(200);
        expect(await statesOf(joao)).toEqual(['open']);
      }
    });

    it('is in no list once a shared session on it has ended', async () => {
      const library = await signIn(subject(), PEOPLE.joao, { shared: true });
      await byPassword(PEOPLE.maria)(library);
      expect(await statesOf(joao)).toEqual(['open']);
    });
  });
}
