import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Acknowledgement, CitizenRequest, Problem, Session } from '../types.ts';
import { listOperations, readOpenApiDocument } from './openapi-document.ts';
import { ENDS, listSessions } from './session-ends.ts';
import {
  type Browser,
  PASSWORD,
  PEOPLE,
  pdf,
  playOffice,
  type Subject,
  sendChunk,
  sendReply,
  signIn,
  startUpload,
  submission,
  submit,
  submitted,
  TUS,
  uploaded,
  uploadPath,
} from './subject.ts';

const HOUR_MS = 60 * 60_000;
const READ_UP_TO = '2026-11-25T10:31:00.000Z';
const SIGNED_OUT = { type: 'signed-out', status: 401 };

const operations = listOperations(readOpenApiDocument());
const nobodyAsks = ({ security }: { security?: unknown[] }) => security?.length === 0;
const takesTicket = ({ security = [] }: { security?: object[] }) => security.some((one) => 'ticket' in one);

/** Removes the session's cookie, as when the session's time is over, or when only the ticket is sent. */
function withoutSession(browser: Browser): void {
  browser.jar.cookie = '';
}

const trySending = async (browser: Browser) =>
  (await submit<Acknowledgement & Problem>(browser, randomUUID())).body;

export function describeTicket(subject: () => Subject): void {
  describe('the ticket, which can only send', () => {
    let maria: Browser;

    beforeEach(async () => {
      maria = await signIn(subject());
    });

    it('is sent to the addresses of requests and uploads alone, and to no script; a shared device gets none', async () => {
      expect(Object.keys(maria.jar.tickets)).toEqual(['/api/v1/requests', '/api/v1/uploads']);
      const [one, other] = Object.values(maria.jar.tickets);
      expect(one).toBe(other);
      expect(one).not.toContain(maria.jar.cookie.split('=')[1]);
      await maria.send('POST', '/session/password', { json: { niss: PEOPLE.maria, password: PASSWORD } });
      const json = { code: '123456', shared: false };
      const opened = await maria.send('POST', '/session/code', { json });
      const set = opened.headers.getSetCookie().filter((cookie) => cookie.includes('eclic-ticket'));
      expect(set).toHaveLength(2);
      for (const cookie of set) expect(cookie).toMatch(/; HttpOnly; SameSite=Strict;.* Max-Age=288000$/);
      expect(Object.values(maria.jar.tickets)).not.toContain(one);

      const library = await signIn(subject(), PEOPLE.maria, { shared: true });
      expect(Object.values(library.jar.tickets).filter(Boolean)).toEqual([]);
      withoutSession(library);
      expect(await trySending(library)).toEqual(SIGNED_OUT);
    });

    it('opens what the contract says it opens, and answers everything else as if nobody were signed in', async () => {
      const id = await submitted(maria);
      withoutSession(maria);
      // A thief of the ticket would send it to every path; a browser keeps it to its own.
      maria.jar.tickets = { '/api/v1': maria.jar.tickets['/api/v1/requests'] ?? '' };
      const opened: string[] = [];
      for (const { method, path, operation } of operations) {
        if (nobodyAsks(operation)) continue;
        const address = path.replaceAll(/\{\w+\}/g, id);
        const isBare = method === 'get' || method === 'head';
        const answer = await maria.send<Problem>(method.toUpperCase(), address, {
          ...(!isBare && !path.startsWith('/uploads') && { json: { readUpTo: READ_UP_TO } }),
          headers: { ...TUS, 'Idempotency-Key': `"${id}:1"` },
        });
        if (answer.status !== 401) opened.push(operation.operationId);
        else if (method !== 'head') expect(answer.body).toEqual(SIGNED_OUT);
      }
      expect(opened).toEqual(
        operations.filter(({ operation }) => takesTicket(operation)).map((one) => one.operation.operationId),
      );
      expect((await maria.send<Session>('GET', '/session')).body).toEqual({ status: 'signedOut' });
      expect((await maria.send<Problem>('POST', '/session/extension')).body).toEqual(SIGNED_OUT);
    });

    it('sends a request with a file, a reply, a withdrawal and a read mark, and is told no word of them', async () => {
      const asked = await submitted(maria);
      await playOffice(maria, asked, 'review');
      await playOffice(maria, asked, 'ask');
      const { cookie } = maria.jar;
      withoutSession(maria);

      const [id, messageId] = [randomUUID(), randomUUID()];
      // A server may read a small body before it knows whose it is, but not one as long as most files.
      const file = await uploaded(maria, pdf('da Maria'.repeat(25_000)));
      const content = submission({ attachments: [file] });
      const fresh = await submit<Acknowledgement>(maria, id, content);
      expect([fresh.status, fresh.body]).toEqual([
        201,
        { id, reference: expect.stringMatching(/^EC-/), revision: 1, at: expect.stringMatching(/Z$/) },
      ]);
      // The device sends again after losing the first answer, and then after taking the request back and changing it.
      expect(await submit(maria, id, content)).toMatchObject({ status: 200, body: fresh.body });
      const changed = submission({ description: 'Mudei o texto entretanto.' });
      expect((await submit(maria, id, changed, 2)).body).toEqual(fresh.body);

      const replied = await sendReply(maria, asked, {}, messageId);
      const { reference } = replied.body as unknown as Acknowledgement;
      expect([replied.status, Object.keys(replied.body)]).toEqual([201, ['id', 'reference', 'at']]);
      expect((await sendReply(maria, asked, {}, messageId)).body).toEqual(replied.body);
      const path = `/requests/${id}`;
      const withdrawn = await maria.send<Acknowledgement>('PUT', `${path}/withdrawal`);
      expect(Object.keys(withdrawn.body)).toEqual(['id', 'reference', 'at']);
      const marked = await maria.send('PUT', `${path}/read-mark`, { json: { readUpTo: READ_UP_TO } });
      expect(marked.body).toEqual({ id, reference: fresh.body.reference, at: READ_UP_TO });

      maria.jar.cookie = cookie;
      const kept = (await maria.send<CitizenRequest>('GET', path)).body;
      expect(kept).toMatchObject({
        reference: fresh.body.reference,
        state: 'withdrawn',
        readUpTo: READ_UP_TO,
      });
      expect(kept.attachments).toHaveLength(1);
      expect((await maria.send<CitizenRequest>('GET', `/requests/${asked}`)).body).toMatchObject({
        reference,
        state: 'inReview',
      });
    });

    it('sends until 72 hours after the last use of the session, however that was over, and what it sends is no use', async () => {
      subject().advance(20 * 60_000);
      await maria.send('POST', '/session/extension');
      expect((await maria.send('DELETE', '/session?idle=true')).status).toBe(204);
      expect((await maria.send<Session>('GET', '/session')).body).toEqual({ status: 'signedOut' });
      expect((await maria.send<Problem>('GET', '/changes')).body).toEqual(SIGNED_OUT);
      subject().advance(71 * HOUR_MS);
      expect(await trySending(maria)).toMatchObject({ revision: 1 });
      subject().advance(HOUR_MS - 1);
      expect(await trySending(maria)).toMatchObject({ revision: 1 });
      const path = uploadPath(await startUpload(maria, randomUUID(), 3));
      subject().advance(1);
      expect(await trySending(maria)).toEqual(SIGNED_OUT);
      expect((await sendChunk(maria, path, 0, pdf('x').subarray(0, 3))).body).toEqual(SIGNED_OUT);
      expect((await maria.send('HEAD', path, { headers: TUS })).status).toBe(401);
    });

    it.each(ENDS)('ends with %s, also where the session was over by then', async (_what, end) => {
      const phones = [await signIn(subject()), await signIn(subject())];
      await phones[1]?.send('DELETE', '/session?idle=true');
      const had = phones.map(({ jar }) => ({ ...jar.tickets }));
      await end(phones, maria, subject());
      for (const [index, phone] of phones.entries()) {
        Object.assign(phone.jar.tickets, had[index]);
        withoutSession(phone);
        expect(await trySending(phone)).toEqual(SIGNED_OUT);
      }
    });

    it('is nobody else’s: what was written for another is not sent by it', async () => {
      const joao = await signIn(subject(), PEOPLE.joao);
      withoutSession(maria);
      maria.citizenId = joao.citizenId;
      expect(await trySending(maria)).toEqual({ type: 'owner-mismatch', status: 403 });
    });

    it('is no open session in the list of sessions', async () => {
      const before = (await listSessions(maria)).map(({ state }) => state);
      const phone = await signIn(subject());
      await phone.send('DELETE', '/session?idle=true');
      const after = (await listSessions(maria)).map(({ state }) => state);
      expect(after.toSorted()).toEqual([...before, 'ended'].toSorted());
    });
  });
}
