import type { MySession } from '../types.ts';
import { type Browser, openBrowser, PASSWORD, PEOPLE, type SendOptions, type Subject } from './subject.ts';

const NEW_PASSWORD = 'quatro gatos na varanda';
const JOAO = { niss: PEOPLE.joao, password: PASSWORD };

export const listSessions = async (browser: Browser) =>
  (await browser.send<{ sessions: MySession[] }>('GET', '/sessions')).body.sessions;

const others = async (maria: Browser) =>
  (await listSessions(maria)).filter(({ isCurrent }) => !isCurrent).map(({ id }) => `/sessions/${id}`);

/** Ends the sessions of all `phones`, those that ended as idle included. `maria` is her browser on another device. */
type End = (phones: Browser[], maria: Browser, subject: Subject) => Promise<unknown>;

const onEach = (method: string, path: string, options?: SendOptions): End => {
  return (phones) => Promise.all(phones.map((phone) => phone.send(method, path, options)));
};

/** Every way in which a person ends a session, and whether Maria's own session on another device goes on. */
export const ENDS: [what: string, end: End, maria: 'goes on' | 'ends too'][] = [
  ['signing out', onEach('DELETE', '/session'), 'goes on'],
  ['signing out and keeping what is on the device', onEach('DELETE', '/session?keeps=true'), 'goes on'],
  [
    'an end from elsewhere',
    async (_, maria) => Promise.all((await others(maria)).map((path) => maria.send('DELETE', path))),
    'goes on',
  ],
  ['an end of all others', (_, maria) => maria.send('DELETE', '/sessions'), 'goes on'],
  [
    'an order to erase',
    async (_, maria) =>
      Promise.all((await others(maria)).map((path) => maria.send('PUT', `${path}/erasure`))),
    'goes on',
  ],
  [
    'another palavra-chave',
    (_, maria) => maria.send('PUT', '/password', { json: { password: PASSWORD, newPassword: NEW_PASSWORD } }),
    'goes on',
  ],
  [
    'a palavra-chave that was recovered',
    async (_phones, _maria, subject) => {
      const browser = openBrowser(subject);
      await browser.send('POST', '/session/recovery', { json: { niss: PEOPLE.maria } });
      const json = { code: '123456', newPassword: NEW_PASSWORD };
      await browser.send('POST', '/session/recovery/password', { json });
    },
    'ends too',
  ],
  ['another who begins to sign in there', onEach('POST', '/session/password', { json: JOAO }), 'goes on'],
  [
    'somebody else who signs in there',
    async (phones) => {
      for (const phone of phones) {
        await phone.send('POST', '/session/password', { json: JOAO });
        await phone.send('POST', '/session/code', { json: { code: '123456', shared: false } });
      }
    },
    'goes on',
  ],
];
