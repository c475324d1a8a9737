import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { MySession, Problem, Session, SignedInSession } from '../types.ts';
import { type Browser, moveClock, openBrowser, PEOPLE, type Subject, signIn } from './subject.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

const PHONE =
  'Mozilla/5.0 (Linux; Android 16; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Mobile Safari/537.36';
const DESKTOP = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:150.0) Gecko/20100101 Firefox/150.0';

const read = async (browser: Browser) => (await browser.send<Session>('GET', '/session')).body;
const list = async (browser: Browser) =>
  (await browser.send<{ sessions: MySession[] }>('GET', '/sessions')).body.sessions;

export function describeMySessions(subject: () => Subject): void {
  let maria: Browser;
  let phone: Browser;

  /** Finds a session in the list that Maria sees on her desktop. */
  const find = async (device: string) => (await list(maria)).find((one) => one.device === device);
  const findPhone = () => find('Chrome, Android');
  const pathOfPhone = async () => `/sessions/${(await findPhone())?.id}`;

  beforeEach(async () => {
    maria = await signIn(subject(), PEOPLE.maria, { userAgent: DESKTOP });
    phone = await signIn(subject(), PEOPLE.maria, { userAgent: PHONE });
  });

  it('the last sign-in before this one is told, when and by which way', async () => {
    const by = openBrowser(subject());
    const { state } = (await by.send<{ state: string }>('POST', '/session/cmd')).body;
    const json = { code: 'cmd-910000000-abcdefgh', state, shared: true };
    const opened = await by.send<SignedInSession>('POST', '/session/cmd/return', { json });
    expect(opened.body.lastSignIn).toEqual({ at: (await findPhone())?.begunAt, way: 'password' });
    const next = await read(await signIn(subject()));
    const begunAt = (await list(by)).find(({ isCurrent }) => isCurrent)?.begunAt;
    expect(next).toMatchObject({ lastSignIn: { at: begunAt, way: 'cmd' } });
  });

  describe('my sessions', () => {
    it('are listed, the newest use first, with which is this one, and nothing that opens any', async () => {
      subject().advance(5 * MINUTE_MS);
      await phone.send('POST', '/session/extension');
      subject().advance(1);
      const answer = await maria.send<{ sessions: MySession[] }>('GET', '/sessions');
      const [first, second] = answer.body.sessions;
      expect(first).toMatchObject({ isCurrent: true, device: 'Firefox, Windows' });
      expect(second).toMatchObject({
        state: 'open',
        isCurrent: false,
        way: 'password',
        shared: false,
        device: 'Chrome, Android',
        erasedAt: null,
      });
      expect(Date.parse(second?.lastUsedAt ?? '') - Date.parse(second?.begunAt ?? '')).toBe(5 * MINUTE_MS);
      const signedIn = await signIn(subject(), PEOPLE.maria, { userAgent: 'curl/8' });
      const { cookie } = signedIn.jar;
      expect(JSON.stringify(await list(maria))).not.toContain(cookie.split('=')[1]);
      expect((await list(signedIn)).find(({ isCurrent }) => isCurrent)?.device).toBeNull();
    });

    it('are nobody else’s to see or to end', async () => {
      const joao = await signIn(subject(), PEOPLE.joao);
      const path = await pathOfPhone();
      expect(JSON.stringify(await list(joao))).not.toContain(path.split('/').at(-1));
      for (const [method, where] of [
        ['DELETE', path],
        ['PUT', `${path}/erasure`],
        ['DELETE', `/sessions/${randomUUID()}`],
      ] as const) {
        expect((await joao.send<Problem>(method, where)).body).toEqual({ type: 'not-found', status: 404 });
      }
      expect((await read(phone)).status).toBe('signedIn');
    });

    it('are ended one by one; a device of one’s own stays in the list, as it may keep words', async () => {
      const library = await signIn(subject(), PEOPLE.maria, { shared: true, userAgent: 'Safari/1 Mac OS X' });
      expect((await maria.send('DELETE', await pathOfPhone())).status).toBe(204);
      expect((await maria.send('DELETE', await pathOfPhone())).status).toBe(204);
      expect((await read(phone)).status).toBe('signedOut');
      expect((await phone.send<Problem>('GET', '/changes')).body.type).toBe('signed-out');
      expect((await findPhone())?.state).toBe('ended');
      await maria.send('DELETE', `/sessions/${(await find('Safari, macOS'))?.id}`);
      expect((await read(library)).status).toBe('signedOut');
      expect(await find('Safari, macOS')).toBeUndefined();
      expect((await read(maria)).status).toBe('signedIn');
    });

    it('are all ended but this one by one press', async () => {
      expect((await maria.send('DELETE', '/sessions')).status).toBe(204);
      expect((await read(phone)).status).toBe('signedOut');
      expect((await list(maria)).filter(({ state }) => state === 'open')).toMatchObject([
        { isCurrent: true },
      ]);
    });

    it('leave the list by signing out, unless words stay on the device; and after 90 days', async () => {
      await phone.send('DELETE', '/session?keeps=true');
      expect((await read(phone)).status).toBe('signedOut');
      expect((await findPhone())?.state).toBe('ended');
      await phone.send('DELETE', '/session');
      expect(await findPhone()).toBeUndefined();
      expect(phone.jar.cookie).toBe('');

      await signIn(subject(), PEOPLE.maria, { userAgent: PHONE });
      subject().advance(90 * DAY_MS - 1);
      maria = await signIn(subject(), PEOPLE.maria);
      expect((await findPhone())?.state).toBe('ended');
      subject().advance(1);
      expect(await findPhone()).toBeUndefined();
    });

    it('follow real time, not the world’s', async () => {
      await moveClock(maria, 20);
      const mine = (await list(maria)).find(({ isCurrent }) => isCurrent);
      const { expiresAt } = (await read(maria)) as SignedInSession;
      expect(Date.parse(expiresAt) - Date.parse(mine?.lastUsedAt ?? '')).toBe(30 * MINUTE_MS);
    });
  });

  describe('a device that must erase', () => {
    const order = async () => maria.send<MySession>('PUT', `${await pathOfPhone()}/erasure`);
    const failToSignIn = () =>
      phone.send('POST', '/session/password', { json: { niss: PEOPLE.joao, password: 'x' } });

    it('is told until it says that it has, whatever it does meanwhile, and the list says so then', async () => {
      const ordered = await order();
      expect([ordered.status, ordered.body.state]).toEqual([200, 'mustErase']);
      const told = { status: 'mustErase', citizenId: maria.citizenId };
      for (let times = 0; times < 2; times += 1) {
        expect((await phone.send<Problem>('GET', '/changes')).body.type).toBe('signed-out');
        expect(await read(phone)).toEqual(told);
        // A person who has found the device may sign out there, or fail to sign in.
        expect((await phone.send('DELETE', '/session?keeps=true')).status).toBe(204);
        expect((await phone.send('DELETE', '/session')).status).toBe(204);
        await failToSignIn();
      }
      expect((await findPhone())?.state).toBe('mustErase');

      expect((await phone.send('POST', '/session/erased')).status).toBe(204);
      expect((await phone.send('POST', '/session/erased')).status).toBe(204);
      expect(await read(phone)).toEqual({ status: 'signedOut' });
      expect(phone.jar.cookie).toBe('');
      const done = await findPhone();
      expect(done?.state).toBe('erased');
      expect(done?.erasedAt).toMatch(/Z$/);
      expect((await order()).body).toEqual(done);
    });

    it.each([
      ['its session had ended by time', async () => subject().advance(31 * MINUTE_MS)],
      ['its words were kept there at the end', async () => phone.send('DELETE', '/session?keeps=true')],
      ['its session was ended from elsewhere', async () => maria.send('DELETE', await pathOfPhone())],
    ])('is told also where %s', async (_why, end) => {
      await end();
      maria = await signIn(subject(), PEOPLE.maria, { userAgent: DESKTOP });
      expect((await findPhone())?.state).toBe('ended');
      await order();
      expect((await read(phone)).status).toBe('mustErase');
    });

    it.each([
      ['all others are ended', () => maria.send('DELETE', '/sessions'), false],
      ['it is ended', (path: string) => maria.send('DELETE', path), false],
      ['its words are kept there', () => phone.send('DELETE', '/session?keeps=true'), false],
      ['somebody signs out there', () => phone.send('DELETE', '/session'), true],
      ['somebody fails to sign in there', () => failToSignIn(), false],
    ])('is told also where in the same instant %s', async (_what, act, mayLeaveFirst) => {
      const path = await pathOfPhone();
      const [ordered] = await Promise.all([maria.send('PUT', `${path}/erasure`), act(path)]);
      const hasLeft = mayLeaveFirst && ordered.status === 404;
      expect((await read(phone)).status).toBe(hasLeft ? 'signedOut' : 'mustErase');
    });

    it('has erased also where it is told again in the same instant', async () => {
      await order();
      const path = await pathOfPhone();
      await Promise.all([maria.send('PUT', `${path}/erasure`), phone.send('POST', '/session/erased')]);
      expect((await findPhone())?.state).toBe('erased');
    });

    it('is recognised for 90 days by the cookie of a device of one’s own, and by no other', async () => {
      await maria.send('DELETE', '/sessions');
      expect(phone.jar.lastsS).toBe(90 * 24 * 60 * 60);
      const library = await signIn(subject(), PEOPLE.maria, { shared: true });
      expect(library.jar.lastsS).toBeNull();
    });

    it('says nothing where nothing was asked of it', async () => {
      expect((await phone.send('POST', '/session/erased')).status).toBe(204);
      expect((await read(phone)).status).toBe('signedIn');
      expect((await openBrowser(subject()).send('POST', '/session/erased')).status).toBe(204);
    });
  });
}
