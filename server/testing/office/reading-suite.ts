import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  type Browser,
  PEOPLE,
  pdf,
  sendReply,
  signIn,
  submission,
  submit,
  uploaded,
} from '../../../contract/conformance/subject.ts';
import type { OfficeNewsPage, OfficeRequestBody, OfficeWaitingPage } from '../../../contract/office-types.ts';
import type { CitizenRequest } from '../../../contract/types.ts';
import { act, type OfficeSubject, openProgram, type Program, readToEnd } from './office-subject.ts';

const WORDS = 'A nota diz respeito ao mês de outubro.';
const NOBODYS = 'EC-2026-9999999';

export function describeReading(subject: () => OfficeSubject): void {
  describe('what the office reads', () => {
    let maria: Browser;
    let program: Program;

    beforeEach(async () => {
      maria = await signIn(subject());
      program = openProgram(subject());
    });

    it.each([
      ['GET', '/news'],
      ['GET', '/figures'],
      ['GET', '/requests'],
      ['GET', `/requests/${NOBODYS}`],
      ['GET', `/requests/${NOBODYS}/attachments/${randomUUID()}`],
      ['PUT', `/requests/${NOBODYS}/files/${randomUUID()}`],
      ['PUT', `/requests/${NOBODYS}/acts/${randomUUID()}`],
      ['GET', '/services'],
      ['PUT', `/requests/${NOBODYS}/assignee`],
      ['GET', `/requests/${NOBODYS}/notes`],
      ['PUT', `/requests/${NOBODYS}/notes/${randomUUID()}`],
      ['POST', '/searches'],
      ['GET', '/saved-replies'],
      ['PUT', `/saved-replies/${randomUUID()}`],
      ['DELETE', `/saved-replies/${randomUUID()}`],
      ['GET', '/elsewhere'],
    ])(
      '%s %s is for programs whose token holds: a made up one, a citizen and one that was taken back learn nothing',
      async (method, path) => {
        const unknown = { status: 401, body: { type: 'unknown-token', status: 401 } };
        const token = `eclic_office_${'0'.repeat(64)}`;
        expect(await openProgram({ ...subject(), token }).send(method, path)).toMatchObject(unknown);
        const headers = { Authorization: '', Cookie: maria.jar.cookie };
        expect(await program.send(method, path, { headers })).toMatchObject(unknown);
        await subject().revoke();
        expect(await program.send(method, path)).toMatchObject(unknown);
      },
    );

    it('tells whatever happens to a request, in its order and once', async () => {
      const { cursor } = await readToEnd(program, null);
      const { body: request } = await submit<CitizenRequest>(maria, randomUUID());
      const { id, reference } = request;
      await act(program, reference, { action: 'review' });
      await sendReply(maria, id, { purpose: 'addition' });
      await sendReply(maria, id, { purpose: 'correction' });
      await act(program, reference, { action: 'ask', body: 'De que mês é a nota de cobrança?' });
      await sendReply(maria, id);
      await act(program, reference, { action: 'forward', body: WORDS, otherOffice: 'Centro Distrital' });
      await act(program, reference, { action: 'answer', body: WORDS });
      await maria.send('PUT', `/requests/${id}/read-mark`, { json: { readUpTo: request.receivedAt } });
      await maria.send('PUT', `/requests/${id}/rating`, { json: { helpful: true, comment: '' } });
      await maria.send('PUT', `/requests/${id}/rating`, { json: { helpful: true, comment: '' } });
      await act(program, reference, { action: 'close' });
      const joao = await signIn(subject(), PEOPLE.joao);
      const { body: other } = await submit<CitizenRequest>(joao, randomUUID());
      await joao.send('PUT', `/requests/${other.id}/withdrawal`);
      await joao.send('PUT', `/requests/${other.id}/withdrawal`);

      const page = await readToEnd(program, cursor);
      const told = page.news.map(({ what, request: { reference } }) => [what, reference]);
      expect(told).toEqual([
        ...[
          'submitted',
          'reviewed',
          'replied',
          'corrected',
          'asked',
          'replied',
          'forwarded',
          'answered',
          'rated',
          'closed',
        ].map((what) => [what, reference]),
        ['submitted', other.reference],
        ['withdrawn', other.reference],
      ]);
      expect(page.news[0]?.request).toMatchObject({ citizenName: 'Maria Exemplo', state: 'closed' });
      expect(await readToEnd(program, page.cursor)).toEqual({ news: [], cursor: page.cursor });
    });

    it('begins again where the past is another', async () => {
      const { cursor } = await readToEnd(program, null);
      const [epoch, place] = cursor.split('.');
      for (const gone of ['x', `${epoch}.${Number(place) + 1}`, `00000000.${place}`]) {
        const answer = await program.send('GET', `/news?cursor=${gone}`);
        expect(answer).toMatchObject({ status: 410, body: { type: 'cursor-gone' } });
      }
    });

    it('says nothing of a citizen’s words before somebody opens the request', async () => {
      await submit(maria, randomUUID(), submission({ description: 'Tenho uma doença de que ninguém sabe.' }));
      const news = await program.send<OfficeNewsPage>('GET', '/news');
      const waiting = await program.send<OfficeWaitingPage>('GET', '/requests');
      expect(JSON.stringify([news.body, waiting.body])).not.toContain('doença');
    });

    it('lists what waits, the oldest due date first, page by page', async () => {
      const { body: whole } = await program.send<OfficeWaitingPage>('GET', '/requests');
      expect(whole.next).toBeNull();
      const due = whole.requests.map(({ dueOn }) => dueOn);
      expect(due).toEqual(due.toSorted());
      const paged: OfficeWaitingPage['requests'] = [];
      for (let after: string | null = ''; after !== null; ) {
        const path: string = `/requests?limit=2${after && `&after=${after}`}`;
        const { body } = await program.send<OfficeWaitingPage>('GET', path);
        paged.push(...body.requests);
        after = body.next;
      }
      expect(paged).toEqual(whole.requests);
      for (const place of ['x', '2026-02-31_EC-2026-0000001', '2026-99-99_EC-2026-0000001'])
        expect((await program.send('GET', `/requests?after=${place}`)).body.type, place).toBe('validation');
    });

    it('opens a request with what was said and what was sent, byte by byte', async () => {
      const bytes = pdf('A nota');
      const attached = await uploaded(maria, bytes);
      const id = randomUUID();
      const content = submission({ attachments: [attached] });
      const { body: request } = await submit<CitizenRequest>(maria, id, content);
      await act(program, request.reference, { action: 'ask', body: 'De que mês é a nota de cobrança?' });
      await sendReply(maria, id, { body: 'É de outubro.' });
      const { body } = await program.send<OfficeRequestBody>('GET', `/requests/${request.reference}`);
      expect(body.request.description).toBe(content.description);
      expect(body.messages.map((message) => message.body)).toEqual([
        'De que mês é a nota de cobrança?',
        'É de outubro.',
      ]);
      const path = `/requests/${request.reference}/attachments/${attached.id}`;
      const file = await program.send<Uint8Array>('GET', path);
      expect(Buffer.compare(file.body, bytes)).toBe(0);
      expect(file.headers.get('Content-Disposition')).toMatch(/^attachment/);
      expect((await program.send('GET', `${path.slice(0, -36)}${randomUUID()}`)).status).toBe(404);
    });

    it('finds nothing under a reference that nobody has, or that is none', async () => {
      for (const reference of [NOBODYS, 'x', '%00'])
        expect((await program.send('GET', `/requests/${reference}`)).status).toBe(404);
    });
  });
}
