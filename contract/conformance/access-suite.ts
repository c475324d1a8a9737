import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { CitizenRequest, Problem } from '../types.ts';
import { NAMED_CALLS, REPLY } from './named-calls.ts';
import { type Ids, makeAsked, makeOneOfEach, seenOf, unknownIds } from './named-ids.ts';
import {
  type Browser,
  openBrowser,
  PEOPLE,
  pdf,
  type SendOptions,
  type Subject,
  sendReply,
  signIn,
  submission,
  submit,
  TUS,
  uploaded,
} from './subject.ts';

type Attempt = [method: string, path: string, options?: SendOptions];

const ID = randomUUID();
const MESSAGE_ID = randomUUID();
const key = (id: string) => ({ 'Idempotency-Key': `"${id}:1"` });

const READS: Attempt[] = [
  ['GET', '/sessions'],
  ['GET', '/news'],
  ['GET', `/drafts/${ID}`],
  ['HEAD', '/uploads/u_x', { headers: TUS }],
  ['GET', `/requests/${ID}`],
  ['GET', `/requests/${ID}/attachments/${ID}`],
  ['GET', '/changes'],
];

const WRITES: Attempt[] = [
  ['DELETE', '/sessions'],
  ['DELETE', `/sessions/${ID}`],
  ['PUT', `/sessions/${ID}/erasure`],
  ['PUT', '/news', { json: { wanted: false } }],
  ['PUT', '/push', { json: {} }],
  ['DELETE', '/push'],
  ['PUT', `/drafts/${ID}`, { json: submission(), headers: { 'If-None-Match': '*' } }],
  ['DELETE', `/drafts/${ID}`],
  ['POST', '/uploads', { headers: { ...TUS, 'Upload-Length': '3', 'Upload-Metadata': 'attachmentId x' } }],
  ['PATCH', '/uploads/u_x', { headers: TUS, bytes: pdf('x') }],
  ['DELETE', '/uploads/u_x', { headers: TUS }],
  ['PUT', `/requests/${ID}`, { json: submission(), headers: key(ID) }],
  ['PUT', `/requests/${ID}/messages/${MESSAGE_ID}`, { json: REPLY, headers: key(MESSAGE_ID) }],
  ['PUT', `/requests/${ID}/withdrawal`],
  ['PUT', `/requests/${ID}/rating`, { json: { helpful: true, comment: '' } }],
  ['PUT', `/requests/${ID}/read-mark`, { json: { readUpTo: '2026-11-25T10:31:00.000Z' } }],
];

const ON_A_REQUEST = [...READS, ...WRITES].filter(
  ([method, path]) => path.startsWith(`/requests/${ID}`) && !(method === 'PUT' && path === `/requests/${ID}`),
);

/** The calls that a server refuses. They share one world. */
export function describeRefusals(subject: () => Subject): void {
  describe('who may do what', () => {
    let maria: Browser;
    let joao: Browser;
    beforeAll(async () => {
      maria = await signIn(subject());
      joao = await signIn(subject(), PEOPLE.joao);
    });

    it.each([...READS, ...WRITES])(
      'answers 401 to %s %s when nobody is signed in',
      async (method, path, options) => {
        const answer = await openBrowser(subject()).send<Problem>(method, path, options);
        expect(answer.status).toBe(401);
        if (method !== 'HEAD') expect(answer.body.type).toBe('signed-out');
      },
    );

    it.each(WRITES)(
      'refuses %s %s that was written for somebody else, or for nobody',
      async (method, path, options) => {
        const headers = { ...options?.headers, 'X-Citizen': joao.citizenId };
        const mismatch = { type: 'owner-mismatch', status: 403 };
        expect((await maria.send(method, path, { ...options, headers })).body).toEqual(mismatch);
        expect((await maria.send(method, path, { ...options, anonymous: true })).body).toEqual(mismatch);
      },
    );

    it.each(READS.filter(([method]) => method === 'GET'))(
      'refuses %s %s that is asked for somebody else, and answers it where nobody is named',
      async (method, path) => {
        const headers = { 'X-Citizen': joao.citizenId };
        const mismatch = { type: 'owner-mismatch', status: 403 };
        expect((await maria.send(method, path, { headers })).body).toEqual(mismatch);
        expect([200, 404]).toContain((await maria.send(method, path, { anonymous: true })).status);
      },
    );

    describe('under an id of another’s', () => {
      beforeAll(async () => {
        const file = { ...(await uploaded(maria, pdf('x'))), id: ID };
        expect((await submit(maria, ID, submission({ attachments: [file] }))).status).toBe(201);
      });

      it.each(ON_A_REQUEST)(
        'hides %s %s of another citizen as if it did not exist',
        async (method, path, options) => {
          expect((await joao.send(method, path, options)).body).toEqual({ type: 'not-found', status: 404 });
          const unknown = path.replace(ID, randomUUID());
          expect((await joao.send(method, unknown, options)).body).toEqual({
            type: 'not-found',
            status: 404,
          });
        },
      );
    });

    describe('with an id', () => {
      let marias: Ids;
      // Two requests, each for one of two calls, so that both calls find the same.
      let [one, other] = ['', ''];
      async function begin(): Promise<void> {
        marias = await makeOneOfEach(maria);
        [one, other] = [await makeAsked(joao), await makeAsked(joao)];
      }
      beforeAll(begin);

      it.each(NAMED_CALLS)(
        'to %s with an id of another citizen’s is answered, byte for byte, as with an id that nobody has',
        async (_name, call) => {
          const nobodys = unknownIds();
          const known = await joao.send(...call(marias, one));
          const unknown = await joao.send(...call(nobodys, other));
          expect(seenOf(known, { ...marias, own: one })).toBe(seenOf(unknown, { ...nobodys, own: other }));
          // What João has made under such an id is his own from then on.
          if (known.status < 300) await begin();
        },
      );
    });
  });
}

export function describeAccess(subject: () => Subject): void {
  describe('who may do what', () => {
    it('takes a request under an id that another citizen’s has, and leaves that one as it is', async () => {
      const maria = await signIn(subject());
      const marias = await makeOneOfEach(maria);
      const joao = await signIn(subject(), PEOPLE.joao);
      const description = 'O meu pedido, que por acaso tem o mesmo nome.';
      expect((await submit(joao, marias.request, submission({ description }))).status).toBe(201);
      const read = (browser: Browser) => browser.send<CitizenRequest>('GET', `/requests/${marias.request}`);
      expect((await read(joao)).body).toMatchObject({ description, attachments: [] });
      expect((await read(maria)).body).toMatchObject({
        description: submission().description,
        attachments: [{ id: marias.attachment }],
      });
      const file = `/requests/${marias.request}/attachments/${marias.attachment}`;
      expect([(await maria.send('GET', file)).status, (await joao.send('GET', file)).status]).toEqual([
        200, 404,
      ]);
      await joao.send('PUT', `/requests/${marias.request}/withdrawal`);
      expect((await read(maria)).body.state).not.toBe('withdrawn');
      const news = JSON.stringify((await joao.send('GET', '/changes?limit=500')).body);
      expect(news).toContain(description);
      expect(news).not.toContain(marias.message);
    });

    it('judges what comes under an id that another citizen has by its content alone', async () => {
      const { request, message } = await makeOneOfEach(await signIn(subject()));
      const joao = await signIn(subject(), PEOPLE.joao);
      const own = await makeAsked(joao);
      const short = submission({ description: 'Nove car.' });
      expect((await submit<Problem>(joao, request, short)).body.issues).toMatchObject([
        { code: 'descriptionTooShort' },
      ]);
      const reply = await sendReply(joao, own, { body: 'Nove car.' }, message);
      expect(reply.body.issues).toMatchObject([{ field: 'body', code: 'descriptionTooShort' }]);
    });

    it('keeps the feeds, drafts and uploads of citizens apart', async () => {
      const maria = await signIn(subject());
      const joao = await signIn(subject(), PEOPLE.joao);
      await maria.send('PUT', `/drafts/${ID}`, { json: submission(), headers: { 'If-None-Match': '*' } });
      await submit(maria, MESSAGE_ID);
      const { uploadId } = await uploaded(maria, pdf('x'));
      const feed = JSON.stringify((await joao.send('GET', '/changes?limit=500')).body);
      expect(feed).not.toContain(ID);
      expect(feed).not.toContain(MESSAGE_ID);
      expect((await joao.send('GET', `/drafts/${ID}`)).status).toBe(404);
      expect((await joao.send('HEAD', `/uploads/${uploadId}`, { headers: TUS })).status).toBe(404);
      await joao.send('DELETE', `/uploads/${uploadId}`, { headers: TUS });
      expect((await maria.send('HEAD', `/uploads/${uploadId}`, { headers: TUS })).status).toBe(200);
    });
  });
}
