import { describe, expect, it } from 'vitest';
import type { CodeRequiredSession, NewsWish, Problem, Session, SignedInSession } from '../types.ts';
import { type Browser, openBrowser, PASSWORD, PEOPLE, type Subject, signIn } from './subject.ts';

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
