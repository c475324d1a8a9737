import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { CitizenRequest, Problem, SubmittedAttachment } from '../types.ts';
import {
  PEOPLE,
  pdf,
  playOffice,
  type Subject,
  sendReply,
  signIn,
  submission,
  submit,
  TUS,
  uploaded,
} from './subject.ts';

type Taken = CitizenRequest & Problem;

const codesOf = ({ body }: { body: Problem }) => body.issues?.map(({ field, code }) => `${field} ${code}`);

export function describeRequestFiles(subject: () => Subject): void {
  describe('the files of a request', () => {
    it('judges files by their content', async () => {
      const maria = await signIn(subject());
      const program = await uploaded(maria, new TextEncoder().encode('MZ program'), 'foto.jpg');
      const locked = await uploaded(maria, pdf('/Encrypt 1 0 R'));
      const double = await uploaded(maria, pdf('/Encrypt 1 0 R'), 'outro.pdf');
      const answer = await submit<Taken>(
        maria,
        randomUUID(),
        submission({ attachments: [program, locked, double] }),
      );
      expect(codesOf(answer)).toEqual([
        'attachments attachmentTypeNotAccepted',
        'attachments attachmentPassword',
        'attachments attachmentPassword',
      ]);
    });

    it('refuses a file twice and eleven files', async () => {
      const maria = await signIn(subject());
      const [one, same] = [await uploaded(maria, pdf('x')), await uploaded(maria, pdf('x'))];
      const twice = await submit<Taken>(maria, randomUUID(), submission({ attachments: [one, same] }));
      expect(codesOf(twice)).toEqual(['attachments attachmentDuplicate']);
      const eleven: SubmittedAttachment[] = [];
      for (let n = 0; n < 11; n += 1) eleven.push(await uploaded(maria, pdf(String(n))));
      const many = await submit<Taken>(maria, randomUUID(), submission({ attachments: eleven }));
      expect(codesOf(many)).toEqual(['attachments attachmentTooMany']);
    });

    it('names the attachments whose bytes it does not have, and takes them anew', async () => {
      const maria = await signIn(subject());
      const whole = await uploaded(maria, pdf('x'));
      const never = { ...whole, id: randomUUID(), uploadId: 'u_never' };
      const spoilt = { ...(await uploaded(maria, pdf('y'))), sha256: '0'.repeat(64) };
      const id = randomUUID();
      const answer = await submit<Taken>(maria, id, submission({ attachments: [whole, never, spoilt] }));
      expect([answer.body.type, answer.body.attachmentIds]).toEqual([
        'upload-missing',
        [never.id, spoilt.id],
      ]);
      expect((await submit(maria, id, submission({ attachments: [whole] }))).status).toBe(201);
    });

    it('have ids of their own: one that stands twice is refused, with all else', async () => {
      const maria = await signIn(subject());
      const [one, other] = [await uploaded(maria, pdf('x')), await uploaded(maria, pdf('y'))];
      const requestId = randomUUID();
      const attachments = [one, { ...other, id: one.id }];
      const answer = await submit<Taken>(maria, requestId, submission({ attachments }));
      expect([answer.status, codesOf(answer)]).toEqual([422, ['attachments attachmentIdRepeated']]);
      await submit(maria, requestId, submission());
      await playOffice(maria, requestId, 'ask');
      const reply = await sendReply(maria, requestId, { attachments });
      expect([reply.status, codesOf(reply)]).toEqual([422, ['attachments attachmentIdRepeated']]);
    });

    it('have uploads of their own: one that is named twice is refused, with all else', async () => {
      const maria = await signIn(subject());
      const file = await uploaded(maria, pdf('x'));
      const requestId = randomUUID();
      const attachments = Array.from({ length: 50 }, () => ({ ...file, id: randomUUID() }));
      const answer = await submit<Taken>(maria, requestId, submission({ attachments }));
      expect([answer.status, codesOf(answer)]).toEqual([422, ['attachments attachmentUploadRepeated']]);
      await submit(maria, requestId, submission());
      await playOffice(maria, requestId, 'ask');
      const reply = await sendReply(maria, requestId, { attachments });
      expect([reply.status, codesOf(reply)]).toEqual([422, ['attachments attachmentUploadRepeated']]);
      const once = await submit(maria, randomUUID(), submission({ attachments: [file] }));
      expect(once.status).toBe(201);
    });

    it.each([
      'Fatura.hta',
      'Nota.bat',
      'x.lnk',
      'Fatura.pdf.exe',
      'Fatura',
      'Fatura.pdf.\u202etxt',
      'foto.jpg',
    ])('are refused under a name that ends as something else: a PDF called «%s»', async (name) => {
      const maria = await signIn(subject());
      const file = await uploaded(maria, pdf('x'), name);
      const answer = await submit<Taken>(maria, randomUUID(), submission({ attachments: [file] }));
      expect([answer.status, codesOf(answer)]).toEqual([422, ['attachments attachmentEnding']]);
    });

    it('have names in which nothing is unseen, so that they end as they seem to', async () => {
      const maria = await signIn(subject());
      const file = await uploaded(maria, pdf('x'), 'Recibo\u202efdp.\u0007\u200d2026.PDF\u2069');
      const id = randomUUID();
      const { status, body } = await submit<Taken>(maria, id, submission({ attachments: [file] }));
      expect([status, body.attachments.map(({ name }) => name)]).toEqual([201, ['Recibofdp.2026.PDF']]);
      const { headers } = await maria.send('GET', `/requests/${id}/attachments/${file.id}`);
      expect(headers.get('Content-Disposition')).toBe("attachment; filename*=UTF-8''Recibofdp.2026.PDF");
    });

    it.each([
      ['letters', 'می\u200cخواهم क्\u200dष.pdf'],
      ['pictures', '👩🏽\u200d🚀.pdf'],
    ])('keep in their names what joins or parts %s', async (_what, name) => {
      const maria = await signIn(subject());
      const file = await uploaded(maria, pdf('x'), name);
      const { body } = await submit<Taken>(maria, randomUUID(), submission({ attachments: [file] }));
      expect(body.attachments).toMatchObject([{ name }]);
    });

    it('keep their bytes when a reply brings another file under the same id', async () => {
      const maria = await signIn(subject());
      const file = await uploaded(maria, pdf('um'));
      const requestId = randomUUID();
      await submit(maria, requestId, submission({ attachments: [file] }));
      await playOffice(maria, requestId, 'ask');
      const other = { ...(await uploaded(maria, pdf('dois'))), id: file.id };
      const refused = await sendReply(maria, requestId, { attachments: [other] });
      expect([refused.status, refused.body.type, refused.body.attachmentIds]).toEqual([
        409,
        'id-taken',
        [file.id],
      ]);
      const { body } = await maria.send('GET', `/requests/${requestId}/attachments/${file.id}`);
      expect(body).toEqual(pdf('um'));
      // A device that goes on with a reply of which a part had arrived names the same file again.
      const again = await sendReply(maria, requestId, { attachments: [{ ...file, name: 'outro nome.pdf' }] });
      const { uploadId: _, ...seen } = file;
      expect([again.status, again.body.attachments]).toEqual([201, [seen]]);
    });

    it('are not kept a second time: an upload of what the request has already can be deleted', async () => {
      const maria = await signIn(subject());
      const [file, same] = [await uploaded(maria, pdf('um')), await uploaded(maria, pdf('um'))];
      const requestId = randomUUID();
      await submit(maria, requestId, submission({ attachments: [file] }));
      await playOffice(maria, requestId, 'ask');
      const again = { ...file, uploadId: same.uploadId };
      expect((await sendReply(maria, requestId, { attachments: [again] })).status).toBe(201);
      await maria.send('DELETE', `/uploads/${same.uploadId}`, { headers: TUS });
      const head = await maria.send('HEAD', `/uploads/${same.uploadId}`, { headers: TUS });
      expect(head.status).toBe(404);
      const { body } = await maria.send('GET', `/requests/${requestId}/attachments/${file.id}`);
      expect(body).toEqual(pdf('um'));
    });

    it('are there whole, or are asked for again, whenever an upload is cancelled on the way', async () => {
      const maria = await signIn(subject());
      const bytes = pdf('um instante');
      for (let callsBefore = 0; callsBefore < 8; callsBefore += 1) {
        const [file, id] = [await uploaded(maria, bytes), randomUUID()];
        const sending = submit<Taken>(maria, id, submission({ attachments: [file] }));
        for (let call = 0; call < callsBefore; call += 1) await maria.send('GET', '/session');
        await maria.send('DELETE', `/uploads/${file.uploadId}`, { headers: TUS });
        const { status, body } = await sending;
        if (status !== 201) expect([body.type, body.attachmentIds]).toEqual(['upload-missing', [file.id]]);
        else expect((await maria.send('GET', `/requests/${id}/attachments/${file.id}`)).body).toEqual(bytes);
      }
    });

    it('does not take the files of another citizen', async () => {
      const maria = await signIn(subject());
      const joao = await signIn(subject(), PEOPLE.joao);
      const file = await uploaded(maria, pdf('x'));
      const answer = await submit<Taken>(joao, randomUUID(), submission({ attachments: [file] }));
      expect(answer.body.type).toBe('upload-missing');
    });
  });
}
