import { beforeAll, describe, expect, it } from 'vitest';
import type { Problem, Session } from '../types.ts';
import { listOperations, readOpenApiDocument } from './openapi-document.ts';
import { type Browser, ORIGIN, openBrowser, PASSWORD, PEOPLE, type Subject, signIn } from './subject.ts';

const ELSEWHERE: readonly Record<string, string>[] = [
  { 'Sec-Fetch-Site': 'cross-site' },
  { 'Sec-Fetch-Site': 'same-site' },
  { Origin: 'https://mau.example' },
  { Origin: 'null' },
  { 'Sec-Fetch-Dest': 'document' },
  { 'Sec-Fetch-Dest': 'iframe' },
];

const ID = '3f0c1d1e-8a34-4bb0-9a45-0d6d3a9d2a11';

const operations = listOperations(readOpenApiDocument()).map(({ path, method, operation }) => ({
  name: operation.operationId,
  method: method.toUpperCase(),
  path: path.replace(/\{\w+\}/g, ID),
}));

const statusOf = async (browser: Browser) => (await browser.send<Session>('GET', '/session')).body.status;

export function describeCrossSite(subject: () => Subject): void {
  describe('another site', () => {
    let maria: Browser;
    beforeAll(async () => {
      maria = await signIn(subject());
    });

    it.each(operations)('gets nothing from $name, and changes nothing', async ({ method, path }) => {
      for (const headers of ELSEWHERE) {
        const answer = await maria.send<Problem>(method, path, {
          headers: { 'X-App': 'e-clic', ...headers },
        });
        expect(answer.status, JSON.stringify(headers)).toBe(403);
        if (method !== 'HEAD') expect(answer.body).toEqual({ type: 'not-from-app', status: 403 });
      }
      expect(await statusOf(maria)).toBe('signedIn');
    });

    it.each([
      ['DELETE', '/session'],
      ['POST', '/session/cmd'],
      ['POST', '/session/code/new'],
      ['POST', '/session/extension'],
      ['POST', '/session/erased'],
    ])(
      'cannot %s %s by a form, in a browser that tells nothing of where it comes from',
      async (method, path) => {
        for (const type of ['application/x-www-form-urlencoded', 'text/plain', 'multipart/form-data']) {
          const answer = await maria.send<Problem>(method, path, {
            headers: { 'Content-Type': type },
            bytes: new TextEncoder().encode('{}'),
            anonymous: true,
          });
          expect([answer.status, answer.body.type]).toEqual([403, 'not-from-app']);
        }
        expect(await statusOf(maria)).toBe('signedIn');
      },
    );

    it.each(['text/plain', 'application/x-www-form-urlencoded', 'application/jsonp'])(
      'cannot sign anybody in by a form of the type %s',
      async (type) => {
        const browser = openBrowser(subject());
        const answer = await browser.send<Problem>('POST', '/session/password', {
          headers: { 'Content-Type': type },
          bytes: new TextEncoder().encode(JSON.stringify({ niss: PEOPLE.maria, password: PASSWORD })),
          anonymous: true,
        });
        expect([answer.status, answer.body.type]).toEqual([403, 'not-from-app']);
        expect(await statusOf(browser)).toBe('signedOut');
      },
    );
  });

  it('the app’s own page is answered, in browsers that tell where it comes from and in others', async () => {
    for (const headers of [
      {},
      { Origin: ORIGIN },
      { 'Sec-Fetch-Site': 'same-origin', 'Sec-Fetch-Dest': 'empty', Origin: ORIGIN },
    ]) {
      const browser = openBrowser(subject());
      const json = { niss: PEOPLE.maria, password: PASSWORD };
      expect((await browser.send('POST', '/session/password', { json, headers })).status).toBe(200);
      const code = { code: '123456', shared: false };
      const confirmed = await browser.send('POST', '/session/code', { json: code, headers });
      expect(confirmed.status).toBe(200);
      expect((await browser.send('GET', '/changes', { headers })).status).toBe(200);
      expect((await browser.send('DELETE', '/session', { headers })).status).toBe(204);
    }
  });
}
