import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { sha256Base64, sha256Hex } from '../../shared/sha256.ts';
import type { Problem } from '../types.ts';
import {
  type Answer,
  type Browser,
  moveClock,
  pdf,
  type Subject,
  sendChunk,
  signIn,
  startUpload,
  submission,
  submit,
  TUS,
  uploaded,
  uploadPath,
} from './subject.ts';

const MIB = 1024 * 1024;
const LIMIT_BYTES = 10 * MIB;
const LEAST_BYTES = 4 * 1024;

async function begin(browser: Browser, size: number): Promise<string> {
  return uploadPath(await startUpload(browser, randomUUID(), size));
}

const head = (browser: Browser, path: string) => browser.send('HEAD', path, { headers: TUS });
const offsetOf = (answer: Answer) => Number(answer.headers.get('Upload-Offset'));
const typeOf = (answer: Answer) => (answer.body as Problem).type;

export function describeUploads(subject: () => Subject): void {
  describe('an upload', () => {
    it('arrives in chunks and goes on from where it stopped', async () => {
      const maria = await signIn(subject());
      const bytes = pdf('x'.repeat(MIB + 500));
      const path = await begin(maria, bytes.length);
      expect(offsetOf(await sendChunk(maria, path, 0, bytes.subarray(0, MIB)))).toBe(MIB);
      const stopped = await head(maria, path);
      expect(offsetOf(stopped)).toBe(MIB);
      expect(stopped.headers.get('Upload-Length')).toBe(String(bytes.length));
      expect(offsetOf(await sendChunk(maria, path, MIB, bytes.subarray(MIB)))).toBe(bytes.length);
    });

    it('goes on beside another one, each from where it stopped', async () => {
      const maria = await signIn(subject());
      const [one, other] = [pdf('um '.repeat(500)), pdf('outro '.repeat(500))];
      const [first, second] = [await begin(maria, one.length), await begin(maria, other.length)];
      expect(offsetOf(await sendChunk(maria, first, 0, one.subarray(0, 100)))).toBe(100);
      expect(offsetOf(await sendChunk(maria, second, 0, other))).toBe(other.length);
      expect(offsetOf(await sendChunk(maria, first, 100, one.subarray(100)))).toBe(one.length);
    });

    it('is created once for an attachment, however often it is asked for', async () => {
      const maria = await signIn(subject());
      const id = randomUUID();
      const both = await Promise.all([startUpload(maria, id, 9), startUpload(maria, id, 9)]);
      const later = await startUpload(maria, id, 9);
      expect(new Set([...both, later].map(uploadPath)).size).toBe(1);
    });

    it('takes a chunk only at its offset', async () => {
      const maria = await signIn(subject());
      const path = await begin(maria, 9);
      expect(typeOf(await sendChunk(maria, path, 3, pdf('').subarray(0, 3)))).toBe('offset-mismatch');
      await sendChunk(maria, path, 0, pdf('').subarray(0, 3));
      expect(typeOf(await sendChunk(maria, path, 0, pdf('').subarray(0, 3)))).toBe('offset-mismatch');
      expect(offsetOf(await head(maria, path))).toBe(3);
    });

    it('is not changed by an empty chunk, wherever it comes', async () => {
      const maria = await signIn(subject());
      const bytes = pdf('x');
      const id = randomUUID();
      const path = uploadPath(await startUpload(maria, id, bytes.length));
      const empty = new Uint8Array();
      expect(offsetOf(await sendChunk(maria, path, 0, empty))).toBe(0);
      expect(offsetOf(await sendChunk(maria, path, 0, bytes.subarray(0, 4)))).toBe(4);
      expect(offsetOf(await sendChunk(maria, path, 4, empty))).toBe(4);
      expect(offsetOf(await sendChunk(maria, path, 4, bytes.subarray(4)))).toBe(bytes.length);
      expect(offsetOf(await sendChunk(maria, path, bytes.length, empty))).toBe(bytes.length);
      const uploadId = path.split('/').at(-1) ?? '';
      const attachment = {
        id,
        uploadId,
        name: 'x.pdf',
        size: bytes.length,
        type: 'application/pdf',
        sha256: await sha256Hex(bytes),
      };
      const requestId = randomUUID();
      expect((await submit(maria, requestId, submission({ attachments: [attachment] }))).status).toBe(201);
      expect((await maria.send('GET', `/requests/${requestId}/attachments/${id}`)).body).toEqual(bytes);
    });

    it('keeps one of two equal chunks that arrive together', async () => {
      const maria = await signIn(subject());
      const path = await begin(maria, 6);
      const chunk = pdf('').subarray(0, 3);
      const answers = await Promise.all([sendChunk(maria, path, 0, chunk), sendChunk(maria, path, 0, chunk)]);
      expect(answers.filter(({ status }) => status === 204)).toHaveLength(1);
      expect(offsetOf(await head(maria, path))).toBe(3);
    });

    it('keeps no byte of a chunk whose checksum does not hold', async () => {
      const maria = await signIn(subject());
      const path = await begin(maria, 9);
      const wrong = { 'Upload-Checksum': `sha256 ${await sha256Base64(pdf('other'))}` };
      const answer = await sendChunk(maria, path, 0, pdf('').subarray(0, 3), wrong);
      expect([answer.status, typeOf(answer)]).toEqual([460, 'checksum-mismatch']);
      expect(offsetOf(await head(maria, path))).toBe(0);
    });

    it('is refused above the limit, and a chunk above 1 MiB or beyond the announced length', async () => {
      const maria = await signIn(subject());
      expect((await startUpload(maria, randomUUID(), LIMIT_BYTES)).status).toBe(201);
      expect(typeOf(await startUpload(maria, randomUUID(), LIMIT_BYTES + 1))).toBe('too-large');
      const big = await begin(maria, 2 * MIB);
      expect(typeOf(await sendChunk(maria, big, 0, new Uint8Array(MIB + 1)))).toBe('too-large');
      const small = await begin(maria, 2);
      expect(typeOf(await sendChunk(maria, small, 0, new Uint8Array(3)))).toBe('too-large');
    });

    it('takes a chunk of less than 4 KiB in its first 4 KiB and at its end alone', async () => {
      const maria = await signIn(subject());
      const bytes = new Uint8Array(3 * LEAST_BYTES);
      const path = await begin(maria, bytes.length);
      const send = (from: number, to?: number) => sendChunk(maria, path, from, bytes.subarray(from, to));
      expect(offsetOf(await send(0, 1))).toBe(1);
      expect(offsetOf(await send(1, LEAST_BYTES))).toBe(LEAST_BYTES);
      const small = await send(LEAST_BYTES, 2 * LEAST_BYTES - 1);
      expect([small.status, typeOf(small)]).toEqual([422, 'validation']);
      expect(offsetOf(await send(LEAST_BYTES, LEAST_BYTES))).toBe(LEAST_BYTES);
      expect(offsetOf(await send(LEAST_BYTES, 2 * LEAST_BYTES + 1))).toBe(2 * LEAST_BYTES + 1);
      expect(offsetOf(await send(2 * LEAST_BYTES + 1))).toBe(bytes.length);
    });

    it.each([
      [{ 'Content-Type': 'text/plain' }, 415, 'wrong-content-type'],
      [{ 'Upload-Offset': 'x' }, 422, 'validation'],
      [{ 'Upload-Checksum': 'md5 x' }, 422, 'validation'],
      [{ 'Tus-Resumable': '0.2.2' }, 412, 'wrong-tus-version'],
    ])('refuses a chunk with %j', async (headers, status, type) => {
      const maria = await signIn(subject());
      const answer = await sendChunk(maria, await begin(maria, 9), 0, pdf(''), headers);
      expect([answer.status, typeOf(answer)]).toEqual([status, type]);
    });

    it('speaks tus 1.0.0 and says so', async () => {
      const maria = await signIn(subject());
      const path = await begin(maria, 9);
      expect((await maria.send('POST', '/uploads')).headers.get('Tus-Version')).toBe('1.0.0');
      const unsaid = await maria.send('HEAD', path);
      expect([unsaid.status, unsaid.headers.get('Tus-Version')]).toEqual([412, '1.0.0']);
      expect((await maria.send('DELETE', path)).status).toBe(412);
    });

    it('needs an attachment id and a length', async () => {
      const maria = await signIn(subject());
      expect(typeOf(await startUpload(maria, 'not-a-uuid', 9))).toBe('validation');
      expect(typeOf(await startUpload(maria, randomUUID(), 0))).toBe('validation');
    });

    it('is forgotten when asked, repeatedly, and then made anew', async () => {
      const maria = await signIn(subject());
      const id = randomUUID();
      const path = uploadPath(await startUpload(maria, id, 9));
      expect((await maria.send('DELETE', path, { headers: TUS })).status).toBe(204);
      expect((await maria.send('DELETE', path, { headers: TUS })).status).toBe(204);
      expect((await head(maria, path)).status).toBe(404);
      expect((await sendChunk(maria, path, 0, pdf(''))).status).toBe(404);
      expect(uploadPath(await startUpload(maria, id, 9))).not.toBe(path);
    });

    it('expires when it is never finished, and is then made anew', async () => {
      const maria = await signIn(subject());
      const id = randomUUID();
      const path = uploadPath(await startUpload(maria, id, 9));
      await moveClock(maria, 10);
      expect((await head(maria, path)).status).toBe(410);
      expect(typeOf(await sendChunk(maria, path, 0, pdf('')))).toBe('upload-gone');
      expect(uploadPath(await startUpload(maria, id, 9))).not.toBe(path);
    });

    it('keeps its bytes with the request that names it', async () => {
      const maria = await signIn(subject());
      const bytes = pdf('x');
      const file = await uploaded(maria, bytes);
      const id = randomUUID();
      await submit(maria, id, submission({ attachments: [file] }));
      await maria.send('DELETE', `/uploads/${file.uploadId}`, { headers: TUS });
      const download = await maria.send('GET', `/requests/${id}/attachments/${file.id}`);
      expect(download.body).toEqual(bytes);
    });
  });
}
