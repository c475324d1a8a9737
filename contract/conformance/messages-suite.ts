import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Message, Problem } from '../types.ts';
import {
  type Answer,
  type Browser,
  moveClock,
  pdf,
  playOffice,
  readRequest,
  type Subject,
  signIn,
  submission,
  submit,
  submitted,
  uploaded,
} from './subject.ts';

type Sent = Message & Problem;

function reply(fields: Record<string, unknown> = {}) {
  const body = 'Junto o documento que pediram.';
  return { purpose: 'reply', body, attachments: [], writtenAt: '2026-11-25T10:31:00.000Z', ...fields };
}

function send(
  browser: Browser,
  requestId: string,
  messageId: string,
  json: unknown = reply(),
  revision = 1,
): Promise<Answer<Sent>> {
  const headers = { 'Idempotency-Key': `"${messageId}:${revision}"` };
  return browser.send<Sent>('PUT', `/requests/${requestId}/messages/${messageId}`, { json, headers });
}

async function asked(browser: Browser): Promise<string> {
  const id = await submitted(browser);
  await playOffice(browser, id, 'ask');
  return id;
}

export function describeMessages(subject: () => Subject): void {
  describe('a reply', () => {
    it('is taken with its files, whose bytes can be had again', async () => {
      const maria = await signIn(subject());
      const requestId = await asked(maria);
      const bytes = pdf('comprovativo');
      const file = await uploaded(maria, bytes, 'comprovativo «ação».pdf');
      const sent = await send(maria, requestId, randomUUID(), reply({ attachments: [file] }));
      expect(sent.status).toBe(201);
      expect(sent.body.attachments).toMatchObject([{ sha256: file.sha256 }]);
      const download = await maria.send('GET', `/requests/${requestId}/attachments/${file.id}`);
      expect(download.body).toEqual(bytes);
      expect(download.headers.get('Content-Disposition')).toMatch(
        /^attachment; filename\*=UTF-8''comprovativo%20/,
      );
      expect(download.headers.get('X-Content-Type-Options')).toBe('nosniff');
    });

    it('is the same when it is sent twice, also after the request has moved on', async () => {
      const maria = await signIn(subject());
      const requestId = await asked(maria);
      const id = randomUUID();
      const both = await Promise.all([send(maria, requestId, id), send(maria, requestId, id)]);
      expect(both.map(({ status }) => status).toSorted()).toEqual([200, 201]);
      expect((await send(maria, requestId, id)).body).toEqual(both[0]?.body);
      const other = await send(maria, requestId, id, reply({ body: 'Outra resposta, diferente.' }));
      expect(other.body.type).toBe('key-reused');
      expect((await send(maria, requestId, id, reply({ body: 'Uma revisão da resposta.' }), 2)).status).toBe(
        200,
      );
    });

    it('is taken only in the state that it is for', async () => {
      const maria = await signIn(subject());
      const id = await submitted(maria);
      const attempt = async (purpose: string) =>
        (await send(maria, id, randomUUID(), reply({ purpose }))).status;
      expect(await attempt('reply')).toBe(409);
      await playOffice(maria, id, 'review');
      expect(await attempt('addition')).toBe(201);
      expect(await attempt('followUp')).toBe(409);
      await playOffice(maria, id, 'answer');
      expect(await attempt('addition')).toBe(409);
      expect(await attempt('followUp')).toBe(201);
    });

    it.each([
      ['registered', null],
      ['in review', 'review'],
      ['forwarded', 'forward'],
      ['waiting for an answer', 'ask'],
    ])('corrects, once, what was sent with a request that is %s, and moves it nowhere', async (_, action) => {
      const maria = await signIn(subject());
      const [requestId, id] = [await submitted(maria), randomUUID()];
      if (action) await playOffice(maria, requestId, action);
      const before = await readRequest(maria, requestId);
      const words = reply({ purpose: 'correction', body: 'A nota de cobrança é do mês de outubro.' });
      const answers = [await send(maria, requestId, id, words), await send(maria, requestId, id, words)];
      expect(answers.map(({ status }) => status)).toEqual([201, 200]);
      expect(answers[1]?.body).toMatchObject({ author: 'citizen', purpose: 'correction' });
      const { updatedAt, ...after } = await readRequest(maria, requestId);
      expect({ ...after, updatedAt: before.updatedAt }).toEqual(before);
    });

    it.each(['answer', 'close'])('corrects nothing any more after the office chose to %s', async (action) => {
      const maria = await signIn(subject());
      const requestId = await submitted(maria);
      await playOffice(maria, requestId, 'answer');
      await playOffice(maria, requestId, action);
      const late = await send(maria, requestId, randomUUID(), reply({ purpose: 'correction' }));
      expect([late.status, late.body.type]).toEqual([409, 'state-forbids']);
    });

    it('may ask about the answer for 30 days', async () => {
      const maria = await signIn(subject());
      const id = await submitted(maria);
      await playOffice(maria, id, 'answer');
      await moveClock(maria, 30);
      expect((await send(maria, id, randomUUID(), reply({ purpose: 'followUp' }))).body.type).toBe(
        'state-forbids',
      );
    });

    it('is refused when it is too short, too long or without its files', async () => {
      const maria = await signIn(subject());
      const requestId = await asked(maria);
      const short = await send(maria, requestId, randomUUID(), reply({ body: 'Sim' }));
      expect(short.body.issues).toMatchObject([{ field: 'body', code: 'descriptionTooShort' }]);
      const file = { ...(await uploaded(maria, pdf('x'))), uploadId: 'u_never' };
      const missing = await send(maria, requestId, randomUUID(), reply({ attachments: [file] }));
      expect(missing.body).toMatchObject({ type: 'upload-missing', attachmentIds: [file.id] });
      const long = reply({ body: 'x'.repeat(3 * 1024 * 1024) });
      expect((await send(maria, requestId, randomUUID(), long)).status).toBe(413);
      expect((await send(maria, requestId, 'not-a-uuid')).status).toBe(422);
    });

    it('ends the draft of the account that it was', async () => {
      const maria = await signIn(subject());
      const requestId = await asked(maria);
      const id = randomUUID();
      const replyTo = { requestId, purpose: 'reply' };
      const content = {
        kind: null,
        onBehalfOf: null,
        description: 'Junto',
        topic: null,
        attachments: [],
        replyTo,
      };
      const keep = () =>
        maria.send<Problem>('PUT', `/drafts/${id}`, {
          json: { ...content, writtenAt: '2026-11-25T10:31:00.000Z' },
          headers: { 'If-None-Match': '*' },
        });
      expect((await keep()).status).toBe(201);
      await send(maria, requestId, id);
      expect((await maria.send('GET', `/drafts/${id}`)).status).toBe(404);
      expect((await keep()).body.type).toBe('already-submitted');
    });

    it('cannot take the id of another message', async () => {
      const maria = await signIn(subject());
      const [one, two] = [await asked(maria), await asked(maria)];
      const id = randomUUID();
      await send(maria, one, id);
      expect((await send(maria, two, id, reply(), 2)).body.type).toBe('id-taken');
    });

    it('cannot take the id of a request, nor a request that of a message: nothing is sent as two', async () => {
      const maria = await signIn(subject());
      const [requestId, other, messageId] = [await asked(maria), await asked(maria), randomUUID()];
      await send(maria, requestId, messageId);
      const asRequest = await submit<Problem>(maria, messageId, submission(), 2);
      expect([asRequest.status, asRequest.body.type]).toEqual([409, 'id-taken']);
      const asReply = await send(maria, other, requestId, reply(), 2);
      expect([asReply.status, asReply.body.type]).toEqual([409, 'id-taken']);
      expect((await maria.send('GET', `/requests/${messageId}`)).status).toBe(404);
    });
  });

  it('an attachment that no request has is not found', async () => {
    const maria = await signIn(subject());
    const id = randomUUID();
    await submit(maria, id, submission());
    expect((await maria.send('GET', `/requests/${id}/attachments/${randomUUID()}`)).status).toBe(404);
  });
}
