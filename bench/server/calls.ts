import { randomUUID } from 'node:crypto';
import { TUS } from '../../contract/conformance/subject.ts';
import { API_BASE_PATH } from '../../contract/server.ts';
import { CONTENT, citizenIdOf, secretOf } from './bench-citizen.ts';
import type { Connection } from './connection.ts';
import { chunksOf, upload } from './upload.ts';

export const KINDS = ['submit', 'feed', 'office list', 'upload of 10 MB'] as const;
export type Kind = (typeof KINDS)[number];

const FILE_BYTES = 10_000_000;
const PDF = chunksOf(Buffer.alloc(FILE_BYTES, 'x'));
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
    const headers = headersOf(n);
    const location = await upload(connection, headers, PDF);
    // Or the citizen's room would be full after a few.
    await connection.send('DELETE', location, null, { ...headers, ...TUS });
  },
};

function headersOf(n: number): Record<string, string> {
  const id = citizenIdOf(n);
  return { Cookie: `eclic-session=${id}.${secretOf(n)}`, 'X-Citizen': id };
}
