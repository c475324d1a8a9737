import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type {
  CodeRequiredSession,
  NewsWish,
  Problem,
  PushSubscription,
  Service,
  Session,
  SignedInSession,
} from '../types.ts';
import { ENDS } from './session-ends.ts';
import { type Browser, openBrowser, PASSWORD, PEOPLE, type Subject, signIn } from './subject.ts';

const MINUTE_MS = 60_000;

type Told = PushSubscription & { citizenId: string };

/** Those of RFC 8291's example. */
const KEYS: PushSubscription['keys'] = {
  p256dh: 'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4',
  auth: 'BTBZMqHH6r4Tts7J_aSIgg',
};
/** The same but for a bit: it is written as a point and lies beside the curve, so nothing can be encrypted for it. */
const NO_POINT = KEYS.p256dh.replace(/4$/, 'w');

/** Makes a push subscription as a browser describes it. */
function subscription(fields: Partial<PushSubscription> = {}): PushSubscription {
  return {
    endpoint: `https://fcm.googleapis.com/fcm/send/${randomBytes(9).toString('base64url')}`,
    keys: KEYS,
    language: 'pt-PT',
    saysDate: false,
    ...fields,
  };
}

const keep = (browser: Browser, json: unknown = subscription()) =>
  browser.send<Problem>('PUT', '/push', { json });

export function describePush(subject: () => Subject): void {
  /** Lists the citizens that would be told of news, with the endpoints. */
  const listTold = async () => {
    const { body } = await openBrowser(subject()).send<{ told: Told[] }>('GET', '/demo/state');
    return body.told;
  };

  describe('being told by a browser’s push service', () => {
    it('begins with the key that browsers subscribe with, the same for all', async () => {
      const [maria, joao] = [await signIn(subject()), await signIn(subject(), PEOPLE.joao)];
      const keyOf = async (browser: Browser) => (await browser.send<Service>('GET', '/service')).body.pushKey;
      const point = Buffer.from((await keyOf(maria)) ?? '', 'base64url');
      expect([point.length, point[0]]).toEqual([65, 4]);
      expect(await keyOf(joao)).toBe(await keyOf(openBrowser(subject())));
    });

    it('is of one device, as it was named last, and ends when the citizen says so', async () => {
      const [maria, phone] = [await signIn(subject()), await signIn(subject())];
      const [first, second] = [subscription(), subscription({ language: 'uk', saysDate: true })];
      for (const one of [first, first, second]) expect((await keep(phone, one)).status).toBe(204);
      expect(await listTold()).toEqual([{ ...second, citizenId: maria.citizenId }]);
      expect((await maria.send('DELETE', '/push')).status).toBe(204);
      expect(await listTold()).toHaveLength(1);
      for (let times = 0; times < 2; times += 1)
        expect((await phone.send('DELETE', '/push')).status).toBe(204);
      expect(await listTold()).toEqual([]);
    });

    it('never begins on a shared device', async () => {
      const library = await signIn(subject(), PEOPLE.maria, { shared: true });
      expect((await keep(library)).body).toEqual({ type: 'not-allowed', status: 403 });
      expect(await listTold()).toEqual([]);
    });

    it.each([
      'http://fcm.googleapis.com/fcm/send/a',
      'https://push.exemplo.pt/a',
      'https://fcm.googleapis.com:8080/fcm/send/a',
      'https://fcm.googleapis.com@exemplo.pt/a',
      'https://fcm.googleapis.com.exemplo.pt/a',
      'https://127.0.0.1/a',
      `https://fcm.googleapis.com/${'a'.repeat(2000)}`,
    ])('is not for %s, which is no push service that the server knows', async (endpoint) => {
      const maria = await signIn(subject());
      expect((await keep(maria, subscription({ endpoint }))).body.type).toBe('validation');
      expect(await listTold()).toEqual([]);
    });

    it.each([
      [{ language: 'de' }],
      [{ saysDate: 'yes' }],
      [{ keys: { p256dh: 'A'.repeat(87), auth: 'A'.repeat(22) } }],
      [{ keys: { p256dh: KEYS.p256dh, auth: 'short' } }],
      [{ keys: { ...KEYS, p256dh: `B${'A'.repeat(86)}` } }],
      [{ keys: { ...KEYS, p256dh: NO_POINT } }],
      [{ name: 'Maria' }],
    ])('takes nothing that is no subscription: %j', async (fields) => {
      const maria = await signIn(subject());
      expect((await keep(maria, { ...subscription(), ...fields })).body.type).toBe('validation');
    });

    it('goes on when a page has ended the session as idle', async () => {
      const phone = await signIn(subject());
      await keep(phone);
      await phone.send('DELETE', '/session?idle=true');
      expect((await keep(phone)).body.type).toBe('signed-out');
      expect(await listTold()).toHaveLength(1);
    });

    it('goes on when the session has run out by time: that is when news is waited for', async () => {
      const phone = await signIn(subject());
      await keep(phone);
      subject().advance(31 * MINUTE_MS);
      expect((await keep(phone)).body.type).toBe('signed-out');
      expect(await listTold()).toHaveLength(1);
    });

    it.each(ENDS)('ends with %s', async (_what, end, hers) => {
      const [maria, phone] = [await signIn(subject()), await signIn(subject())];
      const [mine, theirs] = [subscription(), subscription()];
      await keep(maria, mine);
      await keep(phone, theirs);
      await end([phone], maria, subject());
      const told = (await listTold()).map(({ endpoint }) => endpoint);
      expect(told).toEqual(hers === 'goes on' ? [mine.endpoint] : []);
    });

    it('is one citizen’s in one browser, whoever was told there before', async () => {
      const [maria, joao] = [await signIn(subject()), await signIn(subject(), PEOPLE.joao)];
      const one = subscription();
      await keep(maria, one);
      await keep(joao, one);
      expect(await listTold()).toEqual([{ ...one, citizenId: joao.citizenId }]);
    });

    it('is for ten devices of a citizen: one more takes the place of the one left alone for longest', async () => {
      const endpoints: string[] = [];
      for (let device = 0; device < 11; device += 1) {
        const one = subscription();
        endpoints.push(one.endpoint);
        await keep(await signIn(subject()), one);
        subject().advance(1000);
      }
      const told = (await listTold()).map(({ endpoint }) => endpoint);
      expect(told.toSorted()).toEqual(endpoints.slice(1).toSorted());
    });
  });
}

const CONTACT = { channel: 'email', masked: 'm•••@exemplo.pt' } as const;

const read = async (browser: Browser) => (await browser.send<NewsWish>('GET', '/news')).body;
const want = (browser: Browser, wanted: unknown) =>
  browser.send<NewsWish & Pick<Problem, 'type'>>('PUT', '/news', { json: { wanted } });
const contactOf = async (browser: Browser) =>
  (await browser.send<Session & Pick<SignedInSession, 'contact'>>('GET', '/session')).body.contact;

export function describeNewsWish(subject: () => Subject): void {
  describe('being told of news', () => {
    it('is what every citizen with a contact is, until they say no', async () => {
      const maria = await signIn(subject());
      expect(await read(maria)).toEqual({ contact: CONTACT, wanted: true });
      expect(await contactOf(maria)).toEqual(CONTACT);
    });

    it('ends when the citizen says no, on all devices, and begins again when they say yes', async () => {
      const [maria, onPhone] = [await signIn(subject()), await signIn(subject())];
      for (const wanted of [false, false, true]) {
        expect((await want(maria, wanted)).body).toEqual({ contact: CONTACT, wanted });
        expect(await read(onPhone)).toEqual({ contact: CONTACT, wanted });
        expect(await contactOf(onPhone)).toEqual(wanted ? CONTACT : null);
      }
    });

    it('is one thing, and codes for signing in another', async () => {
      await want(await signIn(subject()), false);
      const json = { niss: PEOPLE.maria, password: PASSWORD };
      const begun = await openBrowser(subject()).send<CodeRequiredSession>('POST', '/session/password', {
        json,
      });
      expect(begun.body.codeSentTo).toEqual(CONTACT);
    });

    it('is each citizen’s own to say, and nothing but yes or no', async () => {
      const [maria, joao] = [await signIn(subject()), await signIn(subject(), PEOPLE.joao)];
      await want(joao, false);
      expect((await want(maria, 'no')).body.type).toBe('validation');
      expect((await read(maria)).wanted).toBe(true);
    });
  });
}
