import { createHash, randomUUID } from 'node:crypto';
import { Client, type Dispatcher } from 'undici';
import { submission, TUS } from '../../contract/conformance/subject.ts';
import { API_BASE_PATH } from '../../contract/server.ts';
import { CHUNK_MAX_BYTES } from '../../contract/tus.ts';
import { citizenIdOf, secretOf } from './seed-citizens.ts';
import type { Prepare } from './send-load.ts';

type Send = (
  method: Dispatcher.HttpMethod,
  path: string,
  headers?: Record<string, string>,
  body?: string | Buffer,
) => Promise<Dispatcher.ResponseData['headers']>;

const SUBMISSION = JSON.stringify(submission());
const FILE = Buffer.alloc(10_000_000, 'x');
/** With their checksums: to make those is not what is measured. */
const CHUNKS = Array.from({ length: Math.ceil(FILE.length / CHUNK_MAX_BYTES) }, (_, place) => {
  const at = place * CHUNK_MAX_BYTES;
  const bytes = FILE.subarray(at, at + CHUNK_MAX_BYTES);
  const checksum = `sha256 ${createHash('sha256').update(bytes).digest('base64')}`;
  const headers = { 'Upload-Offset': String(at), 'Upload-Checksum': checksum };
  return { bytes, headers: { ...TUS, 'Content-Type': 'application/offset+octet-stream', ...headers } };
});

/** What one of the citizens sends, by a connection that stays open as a browser's does. */
function byMany(call: (send: Send) => Promise<unknown>): Prepare {
  return async ({ ports, citizens }, sent) =>
    (caller) => {
      const client = new Client(`http://127.0.0.1:${ports[caller % ports.length]}`);
      return (n) => {
        const id = citizenIdOf(n % citizens);
        const session = { Cookie: `eclic-session=${id}.${secretOf(n % citizens)}`, 'X-Citizen': id };
        return call(async (method, path, headers, body = '') => {
          const answer = await client.request({ method, path, headers: { ...session, ...headers }, body });
          sent.bytes += body.length + (await answer.body.arrayBuffer()).byteLength;
          // What fails fast must not be counted as fast.
          if (answer.statusCode >= 300) throw new Error(`${method} ${path}: ${answer.statusCode}`);
          return answer.headers;
        });
      };
    };
}

export const LOADS_OF_MANY: Readonly<Record<string, Prepare>> = {
  submit: byMany((send) => {
    const id = randomUUID();
    const headers = { 'Content-Type': 'application/json', 'Idempotency-Key': `"${id}:1"` };
    return send('PUT', `${API_BASE_PATH}/requests/${id}`, headers, SUBMISSION);
  }),
  feed: byMany((send) => send('GET', `${API_BASE_PATH}/changes?limit=20`)),
  'office list': byMany((send) => send('GET', '/demo/waiting')),
  'upload of 10 MB': byMany(async (send) => {
    const metadata = `attachmentId ${btoa(randomUUID())},filename ${btoa('x.pdf')}`;
    const start = { ...TUS, 'Upload-Length': String(FILE.length), 'Upload-Metadata': metadata };
    const { location } = await send('POST', `${API_BASE_PATH}/uploads`, start);
    for (const { bytes, headers } of CHUNKS) await send('PATCH', String(location), headers, bytes);
    // Or the citizen's room would be full after a few.
    await send('DELETE', String(location), TUS);
  }),
};
