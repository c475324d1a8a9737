import { describe, expect, it } from 'vitest';
import type { CitizenRequest, Problem, RequestStatus } from '../types.ts';
import {
  type Answer,
  type Browser,
  openBrowser,
  PEOPLE,
  playOffice,
  readRequest,
  type Subject,
  signIn,
  submitted,
} from './subject.ts';

const HOUR_MS = 3_600_000;
const WRONG = 'ABCDEFGHJK';

interface Coded {
  maria: Browser;
  id: string;
  reference: string;
  code: string;
}

const codePath = (id: string) => `/requests/${id}/status-code`;
const readCode = async (browser: Browser, id: string) =>
  (await browser.send<{ code: string | null }>('GET', codePath(id))).body.code;
const renew = async (browser: Browser, id: string, replaces: string | null) =>
  (await browser.send<{ code: string | null }>('PUT', codePath(id), { json: { replaces } })).body.code;

export function describeStatus(subject: () => Subject): void {
  /** Makes a request of Maria's, and reads its código de consulta. */
  async function makeCoded(): Promise<Coded> {
    const maria = await signIn(subject());
    const id = await submitted(maria);
    const { reference } = await readRequest(maria, id);
    const code = await readCode(maria, id);
    if (code === null) throw new Error('A request has a code from the beginning');
    return { maria, id, reference, code };
  }

  /** Asks with the code but without a session, as a person who helps her does at a library's computer. */
  function ask(reference: string, code: string): Promise<Answer<RequestStatus & Problem>> {
    return openBrowser(subject()).send('POST', '/status', { json: { reference, code } });
  }

  describe('how a request stands, without signing in', () => {
    it('is told with its reference and código de consulta: state, turn and days, and nothing else', async () => {
      const { maria, id, reference, code } = await makeCoded();
      const { receivedAt, dueOn } = await readRequest(maria, id);
      const first = await ask(reference, code);
      expect(first).toMatchObject({ status: 200 });
      expect(first.body).toEqual({ state: 'registered', turn: 'office', receivedAt, dueOn });
      for (const [move, state, turn] of [
        ['review', 'inReview', 'office'],
        ['ask', 'awaitingCitizen', 'citizen'],
        ['answer', 'answered', 'nobody'],
      ] as const) {
        await playOffice(maria, id, move);
        const { body } = await ask(reference, code);
        expect(body).toEqual({ state, turn, receivedAt, dueOn: turn === 'office' ? dueOn : null });
      }
    });

    it('is told after 50 right tries as after one', async () => {
      const { reference, code } = await makeCoded();
      for (let tries = 0; tries < 52; tries += 1) expect((await ask(reference, code)).status).toBe(200);
    });

    it('is answered the same for a wrong code, a code of another request, and a reference that nobody has', async () => {
      const { maria, reference } = await makeCoded();
      const other = await readCode(maria, await submitted(maria));
      const answers = [
        await ask(reference, WRONG),
        await ask(reference, other ?? ''),
        await ask('EC-2026-9999999', WRONG),
      ].map(({ status, headers, body }) => ({ status, type: headers.get('Content-Type'), body }));
      expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
      expect(answers[0]).toMatchObject({ status: 422, body: { type: 'wrong-code', status: 422 } });
    });

    it.each(['reference', 'code'])('is not asked with what can be no %s', async (part) => {
      const { reference, code } = await makeCoded();
      for (const wrong of ['', 'x', `${part === 'code' ? code : reference} `, code.toLowerCase(), 7, null]) {
        const json = { reference, code, [part]: wrong };
        const { body } = await openBrowser(subject()).send<Problem>('POST', '/status', { json });
        expect(body.type).toBe('validation');
      }
    });

    it('is guessed at five times an hour for a reference, then not even the right code is taken there, and others are', async () => {
      const { maria, reference, code } = await makeCoded();
      for (let tries = 0; tries < 4; tries += 1) {
        expect((await ask(reference, WRONG)).status).toBe(422);
        expect((await ask(reference, code)).status).toBe(200);
      }
      const fifth = await ask(reference, WRONG);
      expect([fifth.status, fifth.headers.get('Retry-After')]).toEqual([429, '3600']);
      const refused = await ask(reference, code);
      expect([refused.status, refused.body.type]).toEqual([429, 'too-many-attempts']);
      const other = await submitted(maria);
      const { body } = await maria.send<CitizenRequest>('GET', `/requests/${other}`);
      expect((await ask(body.reference, (await readCode(maria, other)) ?? '')).status).toBe(200);
      subject().advance(HOUR_MS);
      expect((await ask(reference, code)).status).toBe(200);
    });

    it('is refused for as long at a reference that nobody has', async () => {
      const statuses: number[] = [];
      for (let tries = 0; tries < 6; tries += 1) statuses.push((await ask('EC-2026-9999999', WRONG)).status);
      expect(statuses).toEqual([422, 422, 422, 422, 429, 429]);
    });

    it('a hundred guesses at once are no more than five, and fifty an hour from an address at whatever references', async () => {
      const { reference } = await makeCoded();
      const guesses = await Promise.all(Array.from({ length: 100 }, () => ask(reference, WRONG)));
      expect(guesses.filter(({ status }) => status === 422)).toHaveLength(4);
      const { maria, reference: other, code } = await makeCoded();
      let taken = 5;
      for (let number = 0; number < 60; number += 1) {
        const { status } = await ask(`EC-2026-${String(9_000_000 + number)}`, WRONG);
        if (status === 422) taken += 1;
      }
      expect(taken).toBe(49);
      expect((await ask(other, code)).status).toBe(429);
      // The block touches neither those who are signed in nor those who sign in.
      expect((await maria.send('GET', '/changes')).status).toBe(200);
      expect((await signIn(subject(), PEOPLE.joao)).citizenId).not.toBe('');
    });
  });

  describe('the código de consulta', () => {
    it('is the same whenever the citizen asks for it, and another one for each request', async () => {
      const { maria, id, code } = await makeCoded();
      expect(await readCode(maria, id)).toBe(code);
      expect(await readCode(await signIn(subject()), id)).toBe(code);
      expect(await readCode(maria, await submitted(maria))).not.toBe(code);
    });

    it('is another one once it is renewed, however often that is asked, and the one before opens nothing', async () => {
      const { maria, id, reference, code } = await makeCoded();
      const renewed = await renew(maria, id, code);
      expect(renewed).not.toBe(code);
      expect(await renew(maria, id, code)).toBe(renewed);
      expect(await readCode(maria, id)).toBe(renewed);
      expect((await ask(reference, code)).body.type).toBe('wrong-code');
      expect((await ask(reference, renewed ?? '')).status).toBe(200);
    });

    it('is off until another one is asked for, and none of before comes back', async () => {
      const { maria, id, reference, code } = await makeCoded();
      for (let times = 0; times < 2; times += 1)
        expect(await maria.send('DELETE', codePath(id))).toMatchObject({ status: 200, body: { code: null } });
      expect(await readCode(maria, id)).toBeNull();
      expect((await ask(reference, code)).body.type).toBe('wrong-code');
      expect(await renew(maria, id, code)).toBeNull();
      const again = await renew(maria, id, null);
      expect(again).not.toBe(code);
      expect((await ask(reference, again ?? '')).status).toBe(200);
      expect((await ask(reference, code)).body.type).toBe('wrong-code');
    });

    it('is nobody else’s to read, renew or switch off, and is no news', async () => {
      const { maria, id, code } = await makeCoded();
      const { body } = await maria.send<{ cursor: string }>('GET', '/changes');
      const joao = await signIn(subject(), PEOPLE.joao);
      const stranger = openBrowser(subject());
      for (const [method, options] of [
        ['GET', {}],
        ['PUT', { json: { replaces: code } }],
        ['DELETE', {}],
      ] as const) {
        expect((await joao.send(method, codePath(id), options)).status).toBe(404);
        expect((await stranger.send(method, codePath(id), options)).status).toBe(401);
      }
      for (const method of ['PUT', 'DELETE']) {
        const headers = { 'X-Citizen': joao.citizenId };
        const json = { replaces: code };
        expect((await maria.send(method, codePath(id), { json, headers })).body).toMatchObject({
          type: 'owner-mismatch',
        });
      }
      expect((await maria.send('PUT', codePath(id), { json: { replaces: 'x' } })).status).toBe(422);
      expect(await readCode(maria, id)).toBe(code);
      await renew(maria, id, code);
      const after = await maria.send('GET', `/changes?cursor=${encodeURIComponent(body.cursor)}`);
      expect(after.body).toMatchObject({ changes: [] });
    });
  });
}
