import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { dueOn } from '../../domain/deadlines.ts';
import type { AccountDraft, CitizenRequest, DraftContent, Problem, PublishedLimits } from '../types.ts';
import { PEOPLE, readRequest, type Subject, signIn, submission, submit, submitted } from './subject.ts';

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

export function describeAbout(subject: () => Subject): void {
  describe('a request about an earlier one', () => {
    it('bears the id of the earlier one, and says so to every device', async () => {
      const maria = await signIn(subject());
      const aboutRequestId = await submitted(maria);
      const id = randomUUID();
      const taken = await submit<Taken>(maria, id, submission({ kind: 'complaint', aboutRequestId }));
      expect([taken.status, taken.body.aboutRequestId]).toEqual([201, aboutRequestId]);
      expect((await readRequest(maria, id)).aboutRequestId).toBe(aboutRequestId);
    });

    it.each([undefined, null])('is about none where it says none: %j', async (aboutRequestId) => {
      const maria = await signIn(subject());
      const content = { ...submission(), ...(aboutRequestId !== undefined && { aboutRequestId }) };
      const { status, body } = await submit<Taken>(maria, randomUUID(), content);
      expect([status, body.aboutRequestId]).toEqual([201, null]);
    });

    it('is refused with a reason when it is about somebody else’s, about none that there is, or about itself', async () => {
      const maria = await signIn(subject());
      const joao = await signIn(subject(), PEOPLE.joao);
      const [foreign, unknown, itself] = [await submitted(joao), randomUUID(), randomUUID()];
      for (const [id, aboutRequestId] of [
        [randomUUID(), foreign],
        [randomUUID(), unknown],
        [itself, itself],
      ] as const) {
        const refused = await submit<Taken>(maria, id, submission({ aboutRequestId }));
        expect([refused.status, refused.body.type]).toEqual([422, 'validation']);
        expect(refused.body.issues).toEqual([{ field: 'aboutRequestId', code: 'aboutRequestUnknown' }]);
        expect((await maria.send('GET', `/requests/${id}`)).status).toBe(404);
      }
      expect((await submit(maria, randomUUID(), submission({ aboutRequestId: 'EC-1' }))).status).toBe(422);
    });

    it('may be begun as a draft in the account, about whatever it says', async () => {
      const maria = await signIn(subject());
      const [id, aboutRequestId] = [randomUUID(), randomUUID()];
      const json: DraftContent = { ...submission({ aboutRequestId }), attachments: [] };
      const headers = { 'If-None-Match': '*' };
      expect((await maria.send('PUT', `/drafts/${id}`, { json, headers })).status).toBe(201);
      const { body } = await maria.send<AccountDraft>('GET', `/drafts/${id}`);
      expect(body.content.aboutRequestId).toBe(aboutRequestId);
    });
  });
}
