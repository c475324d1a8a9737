import { randomUUID } from 'node:crypto';
import { type HttpStack, Upload, type UploadOptions } from 'tus-js-client';
import { describe, expect, it } from 'vitest';
import { sha256Hex } from '../../shared/sha256.ts';
import { API_BASE_PATH } from '../server.ts';
import type { Problem } from '../types.ts';
import { type Browser, pdf, type Subject, signIn, submission, submit } from './subject.ts';

const PIECE_BYTES = 1000;
const BYTES = pdf('x'.repeat(2 * PIECE_BYTES + 500));

/** Sends the file to the end, or stops after `pieces` pieces. Returns the upload's address, and how much of the file the server had after each piece. */
function send(browser: Browser, id: string, { uploadUrl = '', pieces = Number.POSITIVE_INFINITY } = {}) {
  return new Promise<{ url: string; sent: number[] }>((resolve, reject) => {
    const sent: number[] = [];
    const upload = standardUpload(browser, BYTES, {
      uploadUrl: uploadUrl || null,
      chunkSize: PIECE_BYTES,
      metadata: { attachmentId: id, filename: 'x.pdf', filetype: 'application/pdf' },
      onChunkComplete(_size, accepted) {
        sent.push(accepted);
        if (sent.length === pieces) void upload.abort().then(() => resolve({ url: upload.url ?? '', sent }));
      },
      onSuccess: () => resolve({ url: upload.url ?? '', sent }),
      onError: reject,
    });
    upload.start();
  });
}

async function submitWith(browser: Browser, id: string, url: string, fields = {}) {
  const file = { id, uploadId: url.split('/').at(-1) ?? '', name: 'x.pdf', type: 'application/pdf' };
  const sha256 = await sha256Hex(BYTES);
  const requestId = randomUUID();
  const attachments = [{ ...file, size: BYTES.length, sha256, ...fields }];
  const { status, body } = await submit<Problem>(browser, requestId, submission({ attachments }));
  return { status, body, requestId };
}

export function describeStandardClient(subject: () => Subject): void {
  describe('the standard client of tus, which sends no checksum', () => {
    it('is cut off, goes on from where it stopped, and the office has the file as it was', async () => {
      const maria = await signIn(subject());
      const id = randomUUID();
      const cutOff = await send(maria, id, { pieces: 1 });
      expect(cutOff.sent).toEqual([PIECE_BYTES]);
      const resumed = await send(maria, id, { uploadUrl: cutOff.url });
      expect(resumed.sent).toEqual([2 * PIECE_BYTES, BYTES.length]);
      const { status, requestId } = await submitWith(maria, id, resumed.url);
      expect(status).toBe(201);
      const { body } = await maria.send('GET', `/requests/${requestId}/attachments/${id}`);
      expect(body).toEqual(BYTES);
    });

    it('has its file refused where it is not the one that is named by its SHA-256', async () => {
      const maria = await signIn(subject());
      const id = randomUUID();
      const { url } = await send(maria, id);
      const { body } = await submitWith(maria, id, url, { sha256: '0'.repeat(64) });
      expect(body).toMatchObject({ type: 'upload-missing', attachmentIds: [id] });
    });
  });
}

/** Makes tus's own client for a browser of the tests: the client decides what it sends, and only the transport is ours. */
function standardUpload(browser: Browser, bytes: Uint8Array, options: UploadOptions): Upload {
  return new Upload(Buffer.from(bytes), {
    endpoint: `http://e-clic.test${API_BASE_PATH}/uploads`,
    httpStack: httpStackOf(browser),
    retryDelays: null,
    ...options,
  });
}

function httpStackOf(browser: Browser): HttpStack {
  return {
    getName: () => 'browser',
    createRequest(method, url) {
      const headers = new Map<string, string>();
      const path = new URL(url).pathname.slice(API_BASE_PATH.length);
      return {
        getMethod: () => method,
        getURL: () => url,
        getHeader: (name) => headers.get(name),
        setHeader: (name, value) => void headers.set(name, value),
        setProgressHandler() {},
        getUnderlyingObject: () => null,
        async abort() {},
        async send(body?: Uint8Array) {
          const answer = await browser.send(method, path, {
            headers: Object.fromEntries(headers),
            ...(body && { bytes: body }),
          });
          return {
            getStatus: () => answer.status,
            getHeader: (name) => answer.headers.get(name) ?? undefined,
            getBody: () => JSON.stringify(answer.body),
            getUnderlyingObject: () => null,
          };
        },
      };
    },
  };
}
