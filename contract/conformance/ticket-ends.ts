import type { MySession } from '../types.ts';
import { type Browser, openBrowser, PASSWORD, PEOPLE, type SendOptions, type Subject } from './subject.ts';

const NEW_PASSWORD = 'quatro gatos na varanda';

export const listSessions = async (browser: Browser) =>
  (await browser.send<{ sessions: MySession[] }>('GET', '/sessions')).body.sessions;

const others = async (maria: Browser) =>
  (await listSessions(maria)).filter(({ isCurrent }) => !isCurrent).map(({ id }) => `/sessions/${id}`);

/** `phones`: one whose session is open, and one in which nobody was any more. */
type End = (phones: Browser[], maria: Browser, subject: Subject) => Promise<unknown>;

const onEach = (method: string, path: string, options?: SendOptions): End => {
  return (phones) => Promise.all(phones.map((phone) => phone.send(method, path, options)));
};

/** Every way in which somebody ends a session. */
export const ENDS: [string, End][] = [
  ['signing out', onEach('DELETE', '/session')],
  ['signing out and keeping what is on the device', onEach('DELETE', '/session?keeps=true')],
  [
    'an end from elsewhere',
    async (_, maria) => Promise.all((await others(maria)).map((path) => maria.send('DELETE', path))),
  ],
  ['an end of all others', (_, maria) => maria.send('DELETE', '/sessions')],
  [
    'an order to erase',
    async (_, maria) =>
      Promise.all((await others(maria)).map((path) => maria.send('PUT', `${path}/erasure`))),
  ],
  [
    'another palavra-chave',
    (_, maria) => maria.send('PUT', '/password', { json: { password: PASSWORD, newPassword: NEW_PASSWORD } }),
  ],
  [
    'a palavra-chave that was recovered',
    async (_phones, _maria, subject) => {
      const browser = openBrowser(subject);
      await browser.send('POST', '/session/recovery', { json: { niss: PEOPLE.maria } });
      const json = { code: '123456', newPassword: NEW_PASSWORD };
      await browser.send('POST', '/session/recovery/password', { json });
    },
  ],
  [
    'whoever begins to sign in there',
    onEach('POST', '/session/password', { json: { niss: PEOPLE.joao, password: PASSWORD } }),
  ],
];
