import { describe, expect, it } from 'vitest';
import { detectFileType } from '../../domain/file-signature.ts';
import { sha256Hex } from '../../shared/sha256.ts';
import type { Attachment, ChangePage } from '../types.ts';
import {
  type Browser,
  PEOPLE,
  pdf,
  playOffice,
  type Subject,
  sendReply,
  signIn,
  submitted,
  uploaded,
} from './subject.ts';

/** A request for a document, so that the answer comes with one. */
const DOCUMENT = { kind: 'documents' } as const;

/** Lists the files of all the office's messages, as the feed brings them to the citizen's devices. */
async function filesOf(browser: Browser, requestId: string): Promise<Attachment[]> {
  const { body } = await browser.send<ChangePage>('GET', '/changes?limit=500');
  return body.changes.flatMap((change) =>
    change.type === 'message' && change.message.requestId === requestId ? change.message.attachments : [],
  );
}

export function describeOfficeFiles(subject: () => Subject): void {
  describe('the files of the office', () => {
    it.each(['ask', 'answer'])('are what they say when it is to %s', async (action) => {
      const maria = await signIn(subject());
      const id = await submitted(maria, DOCUMENT);
      await playOffice(maria, id, action);
      const files = await filesOf(maria, id);
      expect(files).toHaveLength(1);
      for (const file of files) {
        const { body } = await maria.send<Uint8Array>('GET', `/requests/${id}/attachments/${file.id}`);
        expect(body).toHaveLength(file.size);
        expect(await sha256Hex(body)).toBe(file.sha256);
        expect(detectFileType(body, file.name)).toBe(file.type);
      }
    });

    it('are downloaded, never shown as a page', async () => {
      const maria = await signIn(subject());
      const id = await submitted(maria, DOCUMENT);
      await playOffice(maria, id, 'answer');
      const [file] = await filesOf(maria, id);
      const { headers } = await maria.send('GET', `/requests/${id}/attachments/${file?.id}`);
      expect(headers.get('Content-Type')).toBe('application/octet-stream');
      expect(headers.get('Content-Disposition')).toMatch(/^attachment; filename\*=UTF-8''/);
      expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
    });

    it('are never replaced by a file of the citizen’s under the same id', async () => {
      const maria = await signIn(subject());
      const requestId = await submitted(maria, DOCUMENT);
      await playOffice(maria, requestId, 'answer');
      const [office] = await filesOf(maria, requestId);
      if (!office) throw new Error('The office sent no file');
      const path = `/requests/${requestId}/attachments/${office.id}`;
      const before = await maria.send('GET', path);
      const mine = { ...(await uploaded(maria, pdf('falso'))), id: office.id };
      const refused = await sendReply(maria, requestId, { purpose: 'followUp', attachments: [mine] });
      expect([refused.status, refused.body]).toEqual([
        409,
        { type: 'id-taken', status: 409, attachmentIds: [office.id] },
      ]);
      expect((await maria.send('GET', path)).body).toEqual(before.body);
    });

    it('are their owner’s alone, and of one request alone', async () => {
      const maria = await signIn(subject());
      const [id, other] = [await submitted(maria, DOCUMENT), await submitted(maria, DOCUMENT)];
      await playOffice(maria, id, 'answer');
      const [file] = await filesOf(maria, id);
      const joao = await signIn(subject(), PEOPLE.joao);
      expect((await joao.send('GET', `/requests/${id}/attachments/${file?.id}`)).status).toBe(404);
      expect((await maria.send('GET', `/requests/${other}/attachments/${file?.id}`)).status).toBe(404);
    });
  });
}
