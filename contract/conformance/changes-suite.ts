import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Change, ChangePage, CitizenRequest, Problem } from '../types.ts';
import {
  type Browser,
  moveClock,
  PEOPLE,
  playOffice,
  type Subject,
  signIn,
  submission,
  submit,
  submitted,
} from './subject.ts';

async function read(browser: Browser, cursor?: string, limit = 500): Promise<ChangePage> {
  const query = new URLSearchParams({ limit: String(limit), ...(cursor !== undefined && { cursor }) });
  return (await browser.send<ChangePage>('GET', `/changes?${query}`)).body;
}

const requestsIn = ({ changes }: ChangePage): CitizenRequest[] =>
  changes.flatMap((change) => (change.type === 'request' ? [change.request] : []));

const keyOf = (change: Change): string => {
  switch (change.type) {
    case 'request':
      return change.request.id;
    case 'message':
      return change.message.id;
    case 'draft':
      return change.draft.id;
    case 'draftDeleted':
      return change.draftId;
  }
};

export function describeChanges(subject: () => Subject): void {
  describe('the change feed', () => {
    it('starts with everything, in every state, and then tells only what is new', async () => {
      const maria = await signIn(subject());
      const all = await read(maria);
      expect(new Set(requestsIn(all).map(({ state }) => state)).size).toBe(7);
      expect((await read(maria, all.cursor)).changes).toEqual([]);
      const id = await submitted(maria);
      const news = await read(maria, all.cursor);
      expect(requestsIn(news).map((request) => request.id)).toEqual([id]);
      expect((await read(maria, news.cursor)).changes).toEqual([]);
    });

    it('comes in pages that together are the whole, each thing once', async () => {
      const maria = await signIn(subject());
      const whole = (await read(maria)).changes.map(keyOf);
      const paged: string[] = [];
      let page = await read(maria, undefined, 4);
      paged.push(...page.changes.map(keyOf));
      while (page.more) {
        page = await read(maria, page.cursor, 4);
        paged.push(...page.changes.map(keyOf));
      }
      expect(paged).toEqual(whole);
      expect(new Set(paged).size).toBe(paged.length);
    });

    it('tells what changed twice once, as it stands', async () => {
      const maria = await signIn(subject());
      const { cursor } = await read(maria);
      const id = await submitted(maria);
      await playOffice(maria, id, 'review');
      await playOffice(maria, id, 'answer');
      const news = await read(maria, cursor);
      expect(requestsIn(news)).toMatchObject([{ id, state: 'answered' }]);
      expect(news.changes.filter(({ type }) => type === 'message')).toMatchObject([
        { message: { requestId: id, author: 'office', purpose: 'answer' } },
      ]);
    });

    it("gives the server's time, which the world's clock moves", async () => {
      const maria = await signIn(subject());
      const before = await read(maria);
      await moveClock(maria, 5);
      const after = await read(maria, before.cursor);
      const days = (Date.parse(after.serverTime) - Date.parse(before.serverTime)) / 86_400_000;
      expect(days).toBeGreaterThanOrEqual(5);
    });

    it('tells drafts and their deletion, and a draft that became a request by the request', async () => {
      const maria = await signIn(subject());
      const { cursor } = await read(maria);
      const [dropped, sent] = [randomUUID(), randomUUID()];
      const json = {
        kind: null,
        onBehalfOf: null,
        description: submission().description,
        topic: null,
        attachments: [],
        writtenAt: '2026-11-25T10:31:00.000Z',
      };
      for (const id of [dropped, sent]) {
        await maria.send('PUT', `/drafts/${id}`, { json, headers: { 'If-None-Match': '*' } });
      }
      expect((await read(maria, cursor)).changes.map(({ type }) => type)).toEqual(['draft', 'draft']);
      await maria.send('DELETE', `/drafts/${dropped}`);
      await submit(maria, sent);
      expect((await read(maria, cursor)).changes).toMatchObject([
        { type: 'draftDeleted', draftId: dropped },
        { type: 'request', request: { id: sent } },
      ]);
    });

    it('tells a draft that was deleted, and sent from another device, by the request alone', async () => {
      const maria = await signIn(subject());
      const { cursor } = await read(maria);
      const id = randomUUID();
      const json = { ...submission(), writtenAt: '2026-11-25T10:31:00.000Z' };
      await maria.send('PUT', `/drafts/${id}`, { json, headers: { 'If-None-Match': '*' } });
      await maria.send('DELETE', `/drafts/${id}`);
      await submit(maria, id);
      expect((await read(maria, cursor)).changes).toMatchObject([{ type: 'request', request: { id } }]);
    });

    it('says so when it no longer knows a cursor', async () => {
      const maria = await signIn(subject());
      const { cursor } = await read(maria);
      await maria.send('POST', '/demo/reset', { json: {} });
      const again = await signIn(subject());
      for (const old of [cursor, 'nonsense']) {
        const answer = await again.send<Problem>('GET', `/changes?cursor=${old}`);
        expect([answer.status, answer.body.type]).toEqual([410, 'cursor-gone']);
      }
    });

    it('knows no cursor of another citizen, so that nothing older is passed over', async () => {
      const [maria, joao] = [await signIn(subject()), await signIn(subject(), PEOPLE.joao)];
      const { cursor } = await read(maria);
      const answer = await joao.send<Problem>('GET', `/changes?cursor=${cursor}`);
      expect([answer.status, answer.body.type]).toEqual([410, 'cursor-gone']);
      expect((await read(maria, cursor)).changes).toEqual([]);
    });
  });
}
