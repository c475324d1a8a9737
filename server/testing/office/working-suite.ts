import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  type Browser,
  pdf,
  signIn,
  submission,
  submit,
  uploaded,
} from '../../../contract/conformance/subject.ts';
import type {
  OfficeNewsPage,
  OfficeNoteList,
  OfficeProblem,
  OfficeRequestBody,
  OfficeServiceList,
  OfficeWaitingPage,
} from '../../../contract/office-types.ts';
import type { ChangePage, CitizenRequest, RequestSubmission } from '../../../contract/types.ts';
import { CHILD_BENEFIT } from '../office-world.ts';
import { act, type OfficeSubject, openProgram, type Program, readToEnd, sendFile } from './office-subject.ts';

const WORDS = 'A nota diz respeito ao mês de outubro.';
const NOTE = 'Já falei com a tesouraria: é engano nosso.';

export function describeWorking(subject: () => OfficeSubject): void {
  describe('how the office shares its work', () => {
    let maria: Browser;
    let all: Program;
    let general: Program;
    let family: Program;

    beforeEach(async () => {
      maria = await signIn(subject());
      all = openProgram(subject());
      const tokens = await subject().setUpServices();
      general = openProgram({ ...subject(), token: tokens.general });
      family = openProgram({ ...subject(), token: tokens.family });
    });

    const ask = async (fields: Partial<RequestSubmission> = {}) =>
      (await submit<CitizenRequest>(maria, randomUUID(), submission(fields))).body;
    const read = async (program: Program, reference: string) =>
      (await program.send<OfficeRequestBody & OfficeProblem>('GET', `/requests/${reference}`)).body;
    const assign = (reference: string, json: object, program = all) =>
      program.send<OfficeRequestBody & OfficeProblem>('PUT', `/requests/${reference}/assignee`, { json });
    const note = (reference: string, body: string, id: string = randomUUID(), program = all) =>
      program.send('PUT', `/requests/${reference}/notes/${id}`, { json: { body } });
    const notesOf = async (reference: string, program = all) =>
      (await program.send<OfficeNoteList>('GET', `/requests/${reference}/notes`)).body.notes;

    it('services are told with their clerks and topics, the first one first', async () => {
      const { body } = await all.send<OfficeServiceList>('GET', '/services');
      expect(body.services).toEqual([
        { id: 'geral', name: 'Atendimento geral', isFirst: true, clerks: ['ana', 'eva'], topics: [] },
        {
          id: 'familia',
          name: 'Prestações familiares',
          isFirst: false,
          clerks: ['rui'],
          topics: ['family'],
        },
      ]);
    });

    it('what a request is about leads to its service, and all else to the first', async () => {
      const about = await ask({ topic: CHILD_BENEFIT });
      const other = await ask();
      expect((await read(all, about.reference)).service).toEqual({
        id: 'familia',
        name: 'Prestações familiares',
      });
      expect((await read(all, other.reference)).service?.id).toBe('geral');
      expect((await read(family, about.reference)).request.id).toBe(about.id);
      expect((await read(general, other.reference)).request.id).toBe(other.id);
    });

    it('a program of one service finds another one’s request nowhere: not in lists or news, nor by any address', async () => {
      const { cursor } = await readToEnd(general, null);
      const file = await uploaded(maria, pdf('A nota'));
      const { reference } = await ask({ topic: CHILD_BENEFIT, attachments: [file] });
      const path = `/requests/${reference}`;
      const lists = [
        await general.send<OfficeWaitingPage>('GET', '/requests'),
        await general.send<OfficeNewsPage>('GET', `/news?cursor=${cursor}`),
      ];
      expect(JSON.stringify(lists.map(({ body }) => body))).not.toContain(reference);
      const calls = [
        general.send('GET', path),
        general.send('GET', `${path}/attachments/${file.id}`),
        general.send('GET', `${path}/notes`),
        assign(reference, { assignee: 'ana' }, general),
        note(reference, NOTE, randomUUID(), general),
        act(general, reference, { action: 'review' }),
        sendFile(general, reference, pdf('x')).then(({ answer }) => answer),
      ];
      for (const { status, body } of await Promise.all(calls))
        expect([status, body]).toEqual([404, { type: 'not-found', status: 404 }]);
      const { request, assignee } = await read(all, reference);
      expect([request.state, assignee, await notesOf(reference)]).toEqual(['registered', null, []]);
      const news = await family.send<OfficeNewsPage>('GET', `/news?cursor=${cursor}`);
      expect(news.body.news.map((each) => each.request.reference)).toEqual([reference]);
    });

    it('a program of one service is told no figures, which are of all services', async () => {
      expect(await family.send('GET', '/figures?by=service')).toMatchObject({
        status: 404,
        body: { type: 'not-found' },
      });
      expect((await all.send('GET', '/figures?by=service')).status).toBe(200);
    });

    it('a request that is forwarded to a service is theirs, with a note for them, and nobody’s yet', async () => {
      const { id, reference } = await ask();
      await assign(reference, { assignee: 'ana' });
      const forwarded = { action: 'forward', body: WORDS, service: 'familia', note: NOTE } as const;
      const actId = randomUUID();
      const { body } = await act(general, reference, forwarded, actId);
      expect([body.service?.id, body.assignee, body.request.state]).toEqual(['familia', null, 'forwarded']);
      expect((await act(general, reference, forwarded, actId)).status).toBe(404);
      expect((await notesOf(reference, family)).map((each) => each.body)).toEqual([NOTE]);
      const citizens = await maria.send<CitizenRequest>('GET', `/requests/${id}`);
      expect(citizens.body.office.name).toBe('Prestações familiares');
      expect((await act(family, reference, { action: 'answer', body: WORDS })).status).toBe(200);
      const unknown = { action: 'forward', body: WORDS, service: 'nenhum' } as const;
      expect((await act(all, reference, unknown)).body.issues).toEqual([
        { field: 'service', code: 'serviceUnknown' },
      ]);
    });

    it('a request is taken, passed on and let go; of two who take it at once one has it', async () => {
      const { reference } = await ask();
      const seenAssignee = null;
      const taken = await Promise.all(
        ['ana', 'eva'].map((assignee) => assign(reference, { assignee, seenAssignee })),
      );
      expect(taken.map(({ status }) => status).toSorted()).toEqual([200, 409]);
      const { assignee } = await read(all, reference);
      expect(['ana', 'eva']).toContain(assignee?.userName);
      const passed = await assign(reference, { assignee: 'eva', seenAssignee: assignee?.userName ?? null });
      expect(passed.body.assignee).toEqual({ userName: 'eva', name: 'Eva Exemplo' });
      const late = await assign(reference, { assignee: 'ana', seenAssignee: 'ana' });
      expect(late).toMatchObject({ status: 409, body: { type: 'request-changed' } });
      expect((await assign(reference, { assignee: null })).body.assignee).toBeNull();
    });

    it('nobody is given a request that they may not see, or is told of one that is not there', async () => {
      const { reference } = await ask();
      for (const assignee of ['rui', 'ninguem'])
        expect((await assign(reference, { assignee })).body.issues).toEqual([
          { field: 'assignee', code: 'assigneeUnfit' },
        ]);
      expect((await assign(reference, { assignee: 'A b' })).status).toBe(422);
      expect((await assign('EC-2026-9999999', { assignee: 'ana' })).status).toBe(404);
    });

    it('a note is kept once, as it was written, and no citizen hears of it', async () => {
      const { id, reference } = await ask();
      const { body: before } = await maria.send<ChangePage>('GET', '/changes?limit=500');
      const noteId = randomUUID();
      const twice = [await note(reference, NOTE, noteId), await note(reference, NOTE, noteId)];
      expect(twice.map(({ status }) => status)).toEqual([204, 204]);
      expect((await note(reference, 'Outra nota.', noteId)).body.type).toBe('key-reused');
      expect(await notesOf(reference)).toMatchObject([
        { id: noteId, body: NOTE, writtenBy: 'token gestao-documental' },
      ]);
      const { body: after } = await maria.send<ChangePage>('GET', `/changes?cursor=${before.cursor}`);
      expect(after.changes).toEqual([]);
      expect(JSON.stringify(await maria.send('GET', `/requests/${id}`))).not.toContain(NOTE);
      expect((await note(reference, ' ')).body.issues).toEqual([{ field: 'note', code: 'noteMissing' }]);
      expect((await note(reference, 'x'.repeat(4001))).status).toBe(422);
      expect((await note(reference, NOTE, 'x')).status).toBe(422);
    });
  });
}
