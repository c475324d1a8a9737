import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { AccountDraft, ChangePage, DraftContent, Problem } from '../types.ts';
import {
  type Browser,
  pdf,
  playOffice,
  type Subject,
  sendReply,
  signIn,
  submission,
  submit,
  submitted,
  uploaded,
} from './subject.ts';

const NEW = { 'If-None-Match': '*' };

function content(description: string): DraftContent {
  return {
    kind: 'information',
    onBehalfOf: null,
    description,
    topic: {
      status: 'begun',
      version: '2026-11',
      lifeEvent: { id: 'payments', label: 'Pagamentos' },
      subject: null,
      reason: null,
    },
    attachments: [],
    writtenAt: '2026-11-25T10:31:00.000Z',
  };
}

function save(browser: Browser, id: string, json: unknown, headers: Record<string, string>) {
  return browser.send<AccountDraft & Problem>('PUT', `/drafts/${id}`, { json, headers });
}

/** Returns all drafts of the account. */
async function listDrafts(browser: Browser): Promise<AccountDraft[]> {
  const { body } = await browser.send<ChangePage>('GET', '/changes?limit=500');
  return body.changes.flatMap((change) => (change.type === 'draft' ? [change.draft] : []));
}

const etag = (answer: { headers: Headers }) => answer.headers.get('ETag') ?? '';

export function describeDrafts(subject: () => Subject): void {
  describe('a draft in the account', () => {
    it('is begun on one device and finished on another', async () => {
      const phone = await signIn(subject());
      const desktop = await signIn(subject());
      const id = randomUUID();
      expect((await save(phone, id, content('Gostava'), NEW)).status).toBe(201);
      const read = await desktop.send<AccountDraft>('GET', `/drafts/${id}`);
      expect(read.body.content).toEqual(content('Gostava'));
      expect(read.body.etag).toBe(etag(read));
      const saved = await save(desktop, id, content('Gostava de saber'), { 'If-Match': etag(read) });
      expect(saved.status).toBe(200);
      expect(etag(saved)).not.toBe(etag(read));
    });

    it('is never overwritten by a device that did not know the newest version', async () => {
      const maria = await signIn(subject());
      const id = randomUUID();
      const first = await save(maria, id, content('um'), NEW);
      await save(maria, id, content('dois'), { 'If-Match': etag(first) });
      for (const headers of [{ 'If-Match': etag(first) }, NEW, {}]) {
        expect((await save(maria, id, content('três'), headers)).body.type).toBe('draft-changed');
      }
      const removal = await maria.send<Problem>('DELETE', `/drafts/${id}`, {
        headers: { 'If-Match': etag(first) },
      });
      expect(removal.body.type).toBe('draft-changed');
      const read = await maria.send<AccountDraft>('GET', `/drafts/${id}`);
      expect(read.body.content.description).toBe('dois');
    });

    it('takes the same content again, since an answer may have been lost', async () => {
      const maria = await signIn(subject());
      const id = randomUUID();
      const first = await save(maria, id, content('um'), NEW);
      const again = await save(maria, id, content('um'), NEW);
      expect(again.status).toBe(200);
      expect(again.body).toEqual(first.body);
    });

    it('can be deleted, repeatedly, and begun anew', async () => {
      const maria = await signIn(subject());
      const id = randomUUID();
      await save(maria, id, content('um'), NEW);
      expect((await maria.send('DELETE', `/drafts/${id}`)).status).toBe(204);
      expect((await maria.send('DELETE', `/drafts/${id}`)).status).toBe(204);
      expect((await maria.send('GET', `/drafts/${id}`)).status).toBe(404);
      expect((await save(maria, id, content('um'), NEW)).status).toBe(201);
    });

    it('is gone for ever once it is a request', async () => {
      const maria = await signIn(subject());
      const id = randomUUID();
      await save(maria, id, content('um'), NEW);
      await submit(maria, id);
      expect((await maria.send('GET', `/drafts/${id}`)).status).toBe(404);
      expect((await save(maria, id, content('tarde'), NEW)).body.type).toBe('already-submitted');
      expect((await maria.send('DELETE', `/drafts/${id}`)).status).toBe(204);
    });

    it('is refused when it is no draft at all, or far too long', async () => {
      const maria = await signIn(subject());
      const id = randomUUID();
      expect((await save(maria, id, { description: 'x' }, NEW)).body.type).toBe('validation');
      expect((await save(maria, 'not-a-uuid', content('x'), NEW)).body.type).toBe('validation');
      const long = content('x'.repeat(3 * 1024 * 1024));
      expect((await save(maria, id, long, NEW)).body.type).toBe('too-large');
    });
  });

  describe('a draft of which an older version is submitted', () => {
    const WORDS = submission().description;
    const LONGER = `${WORDS} E mais isto.`;
    const sentWith = (version: string) => ({ 'X-Draft-Version': version });

    it('keeps what another device wrote since, as a draft of its own about the request', async () => {
      const maria = await signIn(subject());
      const id = randomUUID();
      const first = await save(maria, id, content(WORDS), NEW);
      await save(maria, id, content(LONGER), { 'If-Match': etag(first) });
      await submit(maria, id, submission(), 1, sentWith(etag(first)));
      const left = await listDrafts(maria);
      expect(left).toMatchObject([{ content: { ...content(LONGER), aboutRequestId: id } }]);
      expect(left[0]?.id).not.toBe(id);
      expect((await submit(maria, id, submission(), 1, sentWith(etag(first)))).status).toBe(200);
      expect(await listDrafts(maria)).toEqual(left);
      const { body } = await maria.send<ChangePage>('GET', '/changes?limit=500');
      expect(body.changes.slice(-2).map(({ type }) => type)).toEqual(['draft', 'request']);
    });

    it('keeps a file that another device attached since, without those that were sent', async () => {
      const maria = await signIn(subject());
      const id = randomUUID();
      const [sent, added] = [await uploaded(maria, pdf('a')), await uploaded(maria, pdf('b'))];
      const first = await save(maria, id, { ...content(WORDS), attachments: [sent] }, NEW);
      const both = { ...content(WORDS), attachments: [sent, added] };
      await save(maria, id, both, { 'If-Match': etag(first) });
      await submit(maria, id, submission({ attachments: [sent] }), 1, sentWith(etag(first)));
      const [left] = await listDrafts(maria);
      const file = { ...added, id: left?.content.attachments[0]?.id ?? '' };
      expect(left).toMatchObject({ content: { attachments: [file] } });
      expect(file.id).not.toBe(added.id);
      expect((await submit(maria, left?.id ?? '', submission({ attachments: [file] }))).status).toBe(201);
    });

    it('keeps what another device wrote since in a reply', async () => {
      const maria = await signIn(subject());
      const requestId = await submitted(maria);
      await playOffice(maria, requestId, 'ask');
      const id = randomUUID();
      const reply = { ...content(LONGER), kind: null, topic: null, replyTo: { requestId, purpose: 'reply' } };
      await save(maria, id, reply, NEW);
      expect((await sendReply(maria, requestId, { body: WORDS }, id)).status).toBe(201);
      expect(await listDrafts(maria)).toMatchObject([{ content: reply }]);
    });

    it('ends where that version says no more, and where the device knew it', async () => {
      const maria = await signIn(subject());
      const [same, shortened] = [randomUUID(), randomUUID()];
      await save(maria, same, content(WORDS), NEW);
      await submit(maria, same, submission({ description: LONGER }));
      const saved = await save(maria, shortened, content(LONGER), NEW);
      await submit(maria, shortened, submission(), 1, sentWith(etag(saved)));
      expect(await listDrafts(maria)).toEqual([]);
    });

    it('ends where the device knew it, in a reply too', async () => {
      const maria = await signIn(subject());
      const requestId = await submitted(maria);
      await playOffice(maria, requestId, 'ask');
      const id = randomUUID();
      const replyTo = { requestId, purpose: 'reply' };
      const saved = await save(maria, id, { ...content(LONGER), kind: null, topic: null, replyTo }, NEW);
      await sendReply(maria, requestId, { body: WORDS }, id, sentWith(etag(saved)));
      expect(await listDrafts(maria)).toEqual([]);
    });
  });
}
