import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { AccountDraft } from '../types.ts';
import { EVERY_OBJECTS_NAMES, topicOf } from './every-objects-names.ts';
import {
  type Answer,
  type Browser,
  openBrowser,
  PASSWORD,
  PEOPLE,
  type Subject,
  sendReply,
  signIn,
  startUpload,
  submission,
  submit,
  submitted,
  TUS,
  uploaded,
} from './subject.ts';

type Send = (maria: Browser, word: string) => Promise<Answer>;

const NEW = { 'If-None-Match': '*' };
const NISS = { niss: PEOPLE.maria, password: PASSWORD };
const ZIP = new TextEncoder().encode('PK\x03\x04 and what is in it');
const post =
  (path: string, json: unknown, headers = {}) =>
  (browser: Browser) =>
    browser.send('POST', path, { json, headers });
const put = (browser: Browser, path: string, json: unknown, headers: Record<string, string>) =>
  browser.send('PUT', path, { json, headers });
const saved = (browser: Browser, json: unknown) => put(browser, `/drafts/${randomUUID()}`, json, NEW);

/** Every place of the contract where a caller may send a word that a server looks something up by. */
const SENT: Record<string, Send> = {
  'the name of a cookie': (maria, word) =>
    maria.send('GET', '/session', { headers: { Cookie: `${word}=1` } }),
  'a cookie': (maria, word) =>
    maria.send('GET', '/session', { headers: { Cookie: `eclic-session=${word}` } }),
  'the name of a header': (maria, word) => maria.send('GET', '/session', { headers: { [word]: '1' } }),
  'the name of a parameter': (maria, word) => maria.send('GET', `/changes?${word}=1`),
  'a path': (maria, word) => maria.send('GET', `/${word}`),
  'whom the page believes to ask for': (maria, word) =>
    put(maria, `/drafts/${randomUUID()}`, submission(), { ...NEW, 'X-Citizen': word }),
  'a session to end': (maria, word) => maria.send('DELETE', `/sessions/${word}`),
  'a NISS': (maria, word) => post('/session/password', { ...NISS, niss: word })(maria),
  'a code': (maria, word) => post('/session/code', { code: word, shared: false })(maria),
  'a code and a state of the provider': (maria, word) =>
    post('/session/cmd/return', { code: word, state: word, shared: false })(maria),
  'a cursor and a limit': (maria, word) => maria.send('GET', `/changes?cursor=${word}&limit=${word}`),
  'a draft’s id': (maria, word) => put(maria, `/drafts/${word}`, submission(), NEW),
  'a draft’s version': (maria, word) =>
    put(maria, `/drafts/${randomUUID()}`, submission(), { 'If-Match': word }),
  'a draft’s kind': (maria, word) => saved(maria, { ...submission(), kind: word }),
  'a draft’s topic': (maria, word) => saved(maria, submission({ topic: topicOf(word) })),
  'the name of a field': (maria, word) =>
    saved(maria, JSON.parse(JSON.stringify(submission()).replace('{', `{${JSON.stringify(word)}:1,`))),
  'the name of a field of an upload': (maria, word) =>
    maria.send('POST', '/uploads', {
      headers: { ...TUS, 'Upload-Length': '9', 'Upload-Metadata': `${word} ${btoa(word)}` },
    }),
  'an attachment’s id': (maria, word) => startUpload(maria, word, 9),
  'an upload’s id': (maria, word) => maria.send('HEAD', `/uploads/${word}`, { headers: TUS }),
  'a request’s id': (maria, word) => submit(maria, word),
  'a request’s kind': (maria, word) => submit(maria, randomUUID(), { ...submission(), kind: word }),
  'a request’s topic': (maria, word) => submit(maria, randomUUID(), submission({ topic: topicOf(word) })),
  'whom a request is for': (maria, word) =>
    submit(maria, randomUUID(), submission({ onBehalfOf: { id: word, name: word } })),
  'a key of once': (maria, word) =>
    put(maria, `/requests/${randomUUID()}`, submission(), { 'Idempotency-Key': `"${word}:1"` }),
  'the ending and the type of a file': async (maria, word) => {
    const file = await uploaded(maria, ZIP, `x.${word}`);
    return submit(maria, randomUUID(), submission({ attachments: [{ ...file, type: word }] }));
  },
  'a file to download': async (maria, word) =>
    maria.send('GET', `/requests/${await submitted(maria)}/attachments/${word}`),
  'what a message is for': async (maria, word) =>
    sendReply(maria, await submitted(maria), JSON.parse(`{"purpose":${JSON.stringify(word)}}`)),
};

function expectAnswer(word: string, { status }: Answer): void {
  expect([word, Math.floor(status / 100)]).toEqual([word, expect.toBeOneOf([2, 4])]);
}

export function describeSentWords(subject: () => Subject): void {
  describe('what every object answers to', () => {
    it.each(Object.entries(SENT))('is a word like others where it is sent as %s', async (_place, send) => {
      const maria = await signIn(subject());
      for (const word of EVERY_OBJECTS_NAMES) expectAnswer(word, await send(maria, word));
      expect((await submit(maria, randomUUID())).status).toBe(201);
      expect((await submit(await signIn(subject()), randomUUID())).status).toBe(201);
    });

    it('is a word like others where it is sent as what is kept at signing out', async () => {
      for (const word of EVERY_OBJECTS_NAMES) {
        const maria = await signIn(subject());
        expectAnswer(word, await maria.send('DELETE', `/session?keeps=${word}&forget=${word}`));
      }
      expect((await submit(await signIn(subject()), randomUUID())).status).toBe(201);
    });

    it('is no language of a browser that signs in: later sign-ins are as before', async () => {
      for (const word of EVERY_OBJECTS_NAMES) {
        const headers = { 'Accept-Language': word };
        const browser = openBrowser(subject());
        expect((await post('/session/password', NISS, headers)(browser)).status).toBe(200);
        const code = { code: '123456', shared: false };
        expect((await post('/session/code', code, headers)(browser)).status).toBe(200);
        expect((await signIn(subject())).citizenId).not.toBe('');
      }
    });

    it('stays what it was in a draft', async () => {
      const maria = await signIn(subject());
      for (const word of EVERY_OBJECTS_NAMES) {
        const path = `/drafts/${randomUUID()}`;
        await put(maria, path, submission({ topic: topicOf(word), description: word }), NEW);
        const { body } = await maria.send<AccountDraft>('GET', path);
        expect(body.content).toMatchObject({ topic: topicOf(word), description: word });
      }
    });
  });
}
