import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { dueOn } from '../../domain/deadlines.ts';
import type { AccountDraft, CitizenRequest, DraftContent, Problem, PublishedLimits } from '../types.ts';
import { readRequest, type Subject, signIn, submission, submit } from './subject.ts';

type Taken = CitizenRequest & Problem;

const COMPLAINT = { office: 'Serviço de Faro <b>', happenedOn: 'No início de março', wanted: '' };

export function describeComplaints(subject: () => Subject): void {
  describe('a complaint', () => {
    it('is kept with what it was asked, word for word, and is due in 15 working days', async () => {
      const maria = await signIn(subject());
      const id = randomUUID();
      const content = submission({ kind: 'complaint', complaint: COMPLAINT });
      const { status, body } = await submit<Taken>(maria, id, content);
      expect([status, body.complaint]).toEqual([201, COMPLAINT]);
      const limits = (await maria.send<PublishedLimits>('GET', '/limits')).body;
      expect(body.dueOn).toBe(dueOn(body.receivedAt, 'complaint', limits));
      expect((await readRequest(maria, id)).complaint).toEqual(COMPLAINT);
    });

    it.each([undefined, null, { office: '', happenedOn: '', wanted: '' }])(
      'is taken without any of it: %j',
      async (complaint) => {
        const maria = await signIn(subject());
        const content = {
          ...submission({ kind: 'complaint' }),
          ...(complaint !== undefined && { complaint }),
        };
        const { status, body } = await submit<Taken>(maria, randomUUID(), content);
        expect([status, body.complaint]).toEqual([201, complaint ?? null]);
      },
    );

    it('is refused with a reason where it is longer than a person may write', async () => {
      const maria = await signIn(subject());
      const complaint = { ...COMPLAINT, office: 'x'.repeat(301) };
      const answer = await submit<Taken>(maria, randomUUID(), submission({ kind: 'complaint', complaint }));
      expect([answer.status, answer.body.issues]).toEqual([
        422,
        [{ field: 'complaint', code: 'complaintOfficeTooLong', params: { over: 1, max: 300 } }],
      ]);
    });

    it('may be begun as a draft in the account, too long as well', async () => {
      const maria = await signIn(subject());
      const id = randomUUID();
      const complaint = { ...COMPLAINT, wanted: 'x'.repeat(4001) };
      const json: DraftContent = { ...submission({ kind: 'complaint', complaint }), attachments: [] };
      const headers = { 'If-None-Match': '*' };
      expect((await maria.send('PUT', `/drafts/${id}`, { json, headers })).status).toBe(201);
      const { body } = await maria.send<AccountDraft>('GET', `/drafts/${id}`);
      expect(body.content.complaint).toEqual(complaint);
    });
  });
}
