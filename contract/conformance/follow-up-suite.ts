import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { ChangePage, CitizenRequest, Problem } from '../types.ts';
import { moveClock, playOffice, readRequest, type Subject, signIn, submitted } from './subject.ts';

type Taken = CitizenRequest & Problem;

export function describeFollowUp(subject: () => Subject): void {
  describe('what the citizen does with a request', () => {
    it('withdraws it, repeatedly, but not once it is answered', async () => {
      const maria = await signIn(subject());
      const id = await submitted(maria);
      expect((await maria.send<Taken>('PUT', `/requests/${id}/withdrawal`)).body.state).toBe('withdrawn');
      expect((await maria.send('PUT', `/requests/${id}/withdrawal`)).status).toBe(200);
      const answered = await submitted(maria);
      await playOffice(maria, answered, 'answer');
      const late = await maria.send<Taken>('PUT', `/requests/${answered}/withdrawal`);
      expect([late.status, late.body.type]).toEqual([409, 'state-forbids']);
    });

    it('rates the answer, and the last rating counts', async () => {
      const maria = await signIn(subject());
      const id = await submitted(maria);
      const rate = (json: unknown) => maria.send<Taken>('PUT', `/requests/${id}/rating`, { json });
      expect((await rate({ helpful: true, comment: '' })).body.type).toBe('state-forbids');
      await playOffice(maria, id, 'answer');
      await rate({ helpful: true, comment: '' });
      expect((await rate({ helpful: false, comment: 'Não ajudou.' })).body.rating?.helpful).toBe(false);
      expect((await rate({ helpful: 'yes' })).status).toBe(422);
    });

    it('takes the same rating again as the same: it is no news for the other devices', async () => {
      const maria = await signIn(subject());
      const id = await submitted(maria);
      await playOffice(maria, id, 'answer');
      const rate = (json: unknown) => maria.send<Taken>('PUT', `/requests/${id}/rating`, { json });
      const first = await rate({ helpful: true, comment: 'Obrigada.' });
      const { cursor } = (await maria.send<ChangePage>('GET', '/changes?limit=500')).body;
      subject().advance(1000);
      const again = await rate({ comment: 'Obrigada.', helpful: true });
      expect([again.status, again.body]).toEqual([200, first.body]);
      const { changes } = (await maria.send<ChangePage>('GET', `/changes?cursor=${cursor}`)).body;
      expect(changes).toEqual([]);
    });

    it('remembers how far the citizen has read, and never less', async () => {
      const maria = await signIn(subject());
      const id = await submitted(maria);
      const mark = (readUpTo: string) =>
        maria.send<Taken>('PUT', `/requests/${id}/read-mark`, { json: { readUpTo } });
      await mark('2026-11-25T12:00:00.000Z');
      expect((await mark('2026-11-25T11:00:00Z')).body.readUpTo).toBe('2026-11-25T12:00:00.000Z');
      expect((await mark('yesterday')).status).toBe(422);
    });
  });
  describe('the office', () => {
    it('looks at a request after two working days, answers after six, and closes it when no more may be asked', async () => {
      const maria = await signIn(subject());
      const id = await submitted(maria);
      await moveClock(maria, 1);
      expect((await readRequest(maria, id)).state).toBe('registered');
      await moveClock(maria, 1);
      expect((await readRequest(maria, id)).state).toBe('inReview');
      await moveClock(maria, 4);
      const answered = await readRequest(maria, id);
      expect(answered.state).toBe('answered');
      expect(answered.lastMessageAt).not.toBeNull();
      await moveClock(maria, 30);
      expect((await readRequest(maria, id)).history.map(({ state }) => state)).toEqual([
        'registered',
        'inReview',
        'answered',
        'closed',
      ]);
    });

    it('stops the clock of the deadline while it waits for the citizen', async () => {
      const maria = await signIn(subject());
      const id = await submitted(maria);
      const { dueOn } = await readRequest(maria, id);
      await playOffice(maria, id, 'ask');
      await moveClock(maria, 8);
      expect(await readRequest(maria, id)).toMatchObject({
        state: 'awaitingCitizen',
        deadlinePaused: true,
        dueOn,
      });
      const messageId = randomUUID();
      const json = {
        purpose: 'reply',
        body: 'Junto o que pediram.',
        attachments: [],
        writtenAt: '2026-11-25T10:31:00Z',
      };
      const headers = { 'Idempotency-Key': `"${messageId}:1"` };
      await maria.send('PUT', `/requests/${id}/messages/${messageId}`, { json, headers });
      const resumed = await readRequest(maria, id);
      expect(resumed).toMatchObject({ state: 'inReview', deadlinePaused: false });
      expect(resumed.dueOn > dueOn).toBe(true);
    });

    it('asks the citizen again, and the second question is news as the first was', async () => {
      const maria = await signIn(subject());
      const id = await submitted(maria);
      await playOffice(maria, id, 'ask');
      const first = await readRequest(maria, id);
      await moveClock(maria, 1);
      await playOffice(maria, id, 'ask');
      const second = await readRequest(maria, id);
      expect(second.lastMessageAt).not.toBe(first.lastMessageAt);
      expect(second.updatedAt).toBe(second.lastMessageAt);
      expect(second.history).toEqual(first.history);
    });

    it('forwards a request to another office, whose name it gives', async () => {
      const maria = await signIn(subject());
      const id = await submitted(maria);
      const before = await readRequest(maria, id);
      await playOffice(maria, id, 'forward');
      const after = await readRequest(maria, id);
      expect(after.state).toBe('forwarded');
      expect(after.office).not.toEqual(before.office);
    });
  });
}
