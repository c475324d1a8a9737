import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { CitizenRequest, Problem, SubmittedAttachment } from '../../src/contract/types.ts';
import { PEOPLE, pdf, type Subject, signIn, submission, submit, uploaded } from './subject.ts';

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

    it('does not take the files of another citizen', async () => {
      const maria = await signIn(subject());
      const joao = await signIn(subject(), PEOPLE.joao);
      const file = await uploaded(maria, pdf('x'));
      const answer = await submit<Taken>(joao, randomUUID(), submission({ attachments: [file] }));
      expect(answer.body.type).toBe('upload-missing');
    });
  });
}
