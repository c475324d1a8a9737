import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Browser, pdf, signIn, submit } from '../../../contract/conformance/subject.ts';
import type { OfficeRequestBody } from '../../../contract/office-types.ts';
import type { CitizenRequest } from '../../../contract/types.ts';
import { act, type OfficeSubject, openProgram, type Program, sendFile } from './office-subject.ts';

const WORDS = 'A nota diz respeito ao mês de outubro.';
const MIB = 1024 * 1024;

export function describeActing(subject: () => OfficeSubject): void {
  describe('what the office does', () => {
    let maria: Browser;
    let program: Program;
    let made: CitizenRequest;
    let reference: string;

    beforeEach(async () => {
      maria = await signIn(subject());
      program = openProgram(subject());
      made = (await submit<CitizenRequest>(maria, randomUUID())).body;
      reference = made.reference;
    });

    const read = async () => (await program.send<OfficeRequestBody>('GET', `/requests/${reference}`)).body;

    it('an answer with files reaches the citizen, who downloads the same bytes', async () => {
      const bytes = pdf('Resposta'.repeat(200_000));
      const { file, answer } = await sendFile(program, reference, bytes);
      expect(answer.status).toBe(204);
      const { body } = await act(program, reference, { action: 'answer', body: WORDS, files: [file] });
      expect(body.request.state).toBe('answered');
      const [message] = body.messages;
      expect(message).toMatchObject({ author: 'office', purpose: 'answer', body: WORDS });
      const [attachment] = message?.attachments ?? [];
      expect(attachment).toMatchObject({ name: 'Resposta.pdf', size: bytes.length, type: 'application/pdf' });
      const path = `/requests/${made.id}/attachments/${attachment?.id}`;
      expect(Buffer.compare((await maria.send<Uint8Array>('GET', path)).body, bytes)).toBe(0);
    });

    it('a file that no act has named is nobody’s to see', async () => {
      const { file } = await sendFile(program, reference, pdf('Resposta'));
      expect((await maria.send('GET', `/requests/${made.id}/attachments/${file.id}`)).status).toBe(404);
      expect((await program.send('GET', `/requests/${reference}/attachments/${file.id}`)).status).toBe(404);
    });

    it('the same act is done once: twice at once, again later, and when its file is kept no more', async () => {
      const { file } = await sendFile(program, reference, pdf('Resposta'));
      const id = randomUUID();
      const asked = { action: 'answer' as const, body: WORDS, files: [file] };
      const both = await Promise.all([1, 2].map(() => act(program, reference, asked, id)));
      expect(both.map(({ status }) => status)).toEqual([200, 200]);
      await subject().forgetUploads();
      expect((await act(program, reference, asked, id)).status).toBe(200);
      expect((await read()).messages).toHaveLength(1);
      const other = await act(program, reference, { ...asked, body: 'Outras palavras de resposta.' }, id);
      expect(other).toMatchObject({ status: 422, body: { type: 'key-reused' } });
    });

    it('whoever decides on what they had read is told when something has happened since', async () => {
      const { moves: seenMoves } = await read();
      expect((await act(program, reference, { action: 'review', seenMoves })).status).toBe(200);
      const second = await act(program, reference, { action: 'answer', body: WORDS, seenMoves });
      expect(second).toMatchObject({ status: 409, body: { type: 'request-changed' } });
      expect((await act(program, reference, { action: 'answer', body: WORDS })).status).toBe(200);
    });

    it('nobody closes what is not answered, and nobody answers what is over', async () => {
      const forbidden = { status: 409, body: { type: 'state-forbids' } };
      expect(await act(program, reference, { action: 'close' })).toMatchObject(forbidden);
      await maria.send('PUT', `/requests/${made.id}/withdrawal`);
      expect(await act(program, reference, { action: 'answer', body: WORDS })).toMatchObject(forbidden);
    });

    it('another office has a request that is forwarded, and the citizen reads which', async () => {
      await act(program, reference, { action: 'forward', body: WORDS, otherOffice: 'Centro Distrital' });
      const { body } = await maria.send<CitizenRequest>('GET', `/requests/${made.id}`);
      expect([body.state, body.office.name]).toEqual(['forwarded', 'Centro Distrital']);
    });

    it('another office bears a name in which nothing is unseen, and one that is seen', async () => {
      const forward = { action: 'forward' as const, body: WORDS };
      const unseen = '\u0000\u0085\u200e\u202e\u2066\u061c\ud83d';
      const nameless = await act(program, reference, { ...forward, otherOffice: unseen });
      expect(nameless.body.issues).toEqual([{ field: 'otherOffice', code: 'otherOfficeMissing' }]);
      await act(program, reference, { ...forward, otherOffice: `Centro ${unseen}Distrital\n` });
      const { body } = await maria.send<CitizenRequest>('GET', `/requests/${made.id}`);
      const names = [body.office.name, body.history.at(-1)?.officeName];
      expect(names).toEqual(['Centro Distrital', 'Centro Distrital']);
    });

    it('what a citizen’s reply may not be, an answer may not be either', async () => {
      const bytes = new TextEncoder().encode('MZ program');
      const { file } = await sendFile(program, reference, bytes, { name: 'resposta.pdf' });
      const answer = await act(program, reference, { action: 'answer', body: 'Não.', files: [file] });
      expect(answer.status).toBe(422);
      expect(answer.body.issues?.map(({ field, code }) => `${field} ${code}`)).toEqual([
        'body descriptionTooShort',
        'attachments attachmentTypeNotAccepted',
      ]);
      expect((await read()).messages).toEqual([]);
    });

    it.each([
      {},
      { action: 'erase' },
      { action: 'answer' },
      { action: 'answer', body: WORDS, otherOffice: 'Centro Distrital' },
      { action: 'close', body: WORDS },
      { action: 'forward', body: WORDS },
    ])('takes no %j', async (json) => {
      const answer = await program.send('PUT', `/requests/${reference}/acts/${randomUUID()}`, { json });
      expect(answer).toMatchObject({ status: 422, body: { type: 'validation' } });
    });

    it('a file whose bytes are not what was sent is not kept, nor one that is too large', async () => {
      const digest = `sha-256=:${'A'.repeat(43)}=:`;
      const spoilt = await sendFile(program, reference, pdf('Resposta'), { digest });
      expect(spoilt.answer).toMatchObject({ status: 422, body: { type: 'checksum-mismatch' } });
      const large = await sendFile(program, reference, new Uint8Array(10 * MIB + 1));
      expect(large.answer).toMatchObject({ status: 413, body: { type: 'too-large' } });
      const files = [spoilt.file];
      const answer = await act(program, reference, { action: 'answer', body: WORDS, files });
      expect(answer).toMatchObject({ body: { type: 'file-missing', fileIds: [spoilt.file.id] } });
    });

    it('an act is not read where it is longer than any could be', async () => {
      const asked = { action: 'answer' as const, body: 'x'.repeat(2 * MIB) };
      const refused = await act(program, reference, asked);
      expect(refused).toMatchObject({ status: 413, body: { type: 'too-large' } });
    });

    it.each(['Resposta.hta', 'Resposta', 'Resposta.pdf\u202e.bat'])(
      'a PDF that is called «%s» is not sent to anybody',
      async (name) => {
        const { file } = await sendFile(program, reference, pdf('Resposta'), { name });
        const { body } = await act(program, reference, { action: 'answer', body: WORDS, files: [file] });
        expect(body.issues).toMatchObject([{ field: 'attachments', code: 'attachmentEnding' }]);
      },
    );

    it('a file bears a name in which nothing is unseen', async () => {
      const { file } = await sendFile(program, reference, pdf('Resposta'), { name: 'Resposta\u202efdp.pdf' });
      const { body } = await act(program, reference, { action: 'answer', body: WORDS, files: [file] });
      expect(body.messages[0]?.attachments[0]?.name).toBe('Respostafdp.pdf');
    });

    it('a file that is named twice is refused, with all else', async () => {
      const { file } = await sendFile(program, reference, pdf('Resposta'));
      const files = Array.from({ length: 50 }, () => file);
      const { body } = await act(program, reference, { action: 'answer', body: WORDS, files });
      expect(body.issues).toEqual([{ field: 'attachments', code: 'attachmentIdRepeated' }]);
    });

    it('a file that is sent again is the same, and another one is not put in its place', async () => {
      const { file } = await sendFile(program, reference, pdf('Resposta'));
      expect((await sendFile(program, reference, pdf('Resposta'), file)).answer.status).toBe(204);
      const other = await sendFile(program, reference, pdf('Outra'), file);
      expect(other.answer).toMatchObject({ status: 422, body: { type: 'key-reused' } });
    });

    it('nothing is done under an id that is none, or to a request that is not there', async () => {
      expect((await act(program, reference, { action: 'review' }, 'x')).status).toBe(422);
      expect((await act(program, 'EC-2026-9999999', { action: 'review' })).status).toBe(404);
      expect((await sendFile(program, 'EC-2026-9999999', pdf('x'))).answer.status).toBe(404);
    });
  });
}
