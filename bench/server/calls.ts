import { createHash, randomUUID } from 'node:crypto';
import { TUS } from '../../mocks/contract/subject.ts';
import { API_BASE_PATH } from '../../src/contract/server.ts';
import { CONTENT, citizenIdOf, secretOf } from './bench-citizen.ts';
import type { Connection } from './connection.ts';

export const KINDS = ['submit', 'feed', 'office list', 'upload of 10 MB'] as const;
export type Kind = (typeof KINDS)[number];

const MIB = 1024 * 1024;
const FILE_BYTES = 10_000_000;
const CHUNKS = Array.from({ length: Math.ceil(FILE_BYTES / MIB) }, (_, place) => {
  const bytes = Buffer.alloc(Math.min(MIB, FILE_BYTES - place * MIB), place);
  return { at: place * MIB, bytes, checksum: createHash('sha256').update(bytes).digest('base64') };
});
const SUBMISSION = JSON.stringify(CONTENT);

/** Once what its name says, for one of the citizens. */
export const CALLS: Record<Kind, (connection: Connection, n: number) => Promise<void>> = {
  async submit(connection, n) {
    const id = randomUUID();
    await connection.send('PUT', `${API_BASE_PATH}/requests/${id}`, SUBMISSION, {
      ...headersOf(n),
      'Content-Type': 'application/json',
      'Idempotency-Key': `"${id}:1"`,
    });
  },
  async feed(connection, n) {
    await connection.send('GET', `${API_BASE_PATH}/changes?limit=20`, null, headersOf(n));
  },
  async 'office list'(connection) {
    await connection.send('GET', '/waiting', null, {});
  },
  async 'upload of 10 MB'(connection, n) {
    const headers = { ...headersOf(n), ...TUS };
    const metadata = [`attachmentId ${base64(randomUUID())}`, `filename ${base64('x.pdf')}`];
    const start = { 'Upload-Length': String(FILE_BYTES), 'Upload-Metadata': metadata.join(',') };
    const { location } = await connection.send('POST', `${API_BASE_PATH}/uploads`, null, {
      ...headers,
      ...start,
    });
    for (const { at, bytes, checksum } of CHUNKS) {
      await connection.send('PATCH', location ?? '', bytes, {
        ...headers,
        'Content-Type': 'application/offset+octet-stream',
        'Upload-Offset': String(at),
        'Upload-Checksum': `sha256 ${checksum}`,
      });
    }
    // Or the citizen's room would be full after a few.
    await connection.send('DELETE', location ?? '', null, headers);
  },
};

function headersOf(n: number): Record<string, string> {
  const id = citizenIdOf(n);
  return { Cookie: `eclic-session=${id}.${secretOf(n)}`, 'X-Citizen': id };
}

function base64(text: string): string {
  return Buffer.from(text).toString('base64');
}
