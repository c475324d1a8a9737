import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import {
  type Browser,
  pdf,
  sendChunk,
  signIn,
  startUpload,
  submission,
  submit,
  TUS,
  uploadPath,
} from '../../mocks/contract/subject.ts';
import type { Server } from '../../src/contract/server.ts';
import { sha256Hex } from '../../src/lib/sha256.ts';

const AGAIN_MS = 20;
const MIB = 1024 * 1024;

/** Asks again until there is an answer, as the app does. */
function askAgain(server: Server): Server {
  return async (request) => {
    for (;;) {
      const answer = await server(request.clone()).catch(() => null);
      if (answer && answer.status < 500) return answer;
      await wait(AGAIN_MS);
    }
  };
}

export interface Done {
  requestId: string;
  attachmentId: string;
  bytes: Uint8Array;
}

/** Writes a draft, sends a file, submits both, reads and withdraws. Of each answer it is known what it has to be. */
export async function writeStubbornly(citizen: Browser): Promise<Done> {
  const [requestId, attachmentId] = [randomUUID(), randomUUID()];
  const bytes = pdf(attachmentId.repeat(30_000));
  const draft = { ...submission(), attachments: [] };
  await expectStatus([200, 201], citizen, 'PUT', `/drafts/${requestId}`, {
    json: draft,
    headers: { 'If-None-Match': '*' },
  });
  const path = await upload(citizen, attachmentId, bytes);
  const uploadId = path.split('/').at(-1) ?? '';
  const sha256 = await sha256Hex(bytes);
  const file = {
    id: attachmentId,
    uploadId,
    name: 'x.pdf',
    size: bytes.length,
    type: 'application/pdf',
    sha256,
  };
  const submitted = await submit(citizen, requestId, submission({ attachments: [file] }));
  if (![200, 201].includes(submitted.status))
    throw new Error(`Submitting: ${JSON.stringify(submitted.body)}`);
  const readUpTo = '2026-11-25T12:00:00.000Z';
  await expectStatus([200], citizen, 'PUT', `/requests/${requestId}/read-mark`, { json: { readUpTo } });
  await expectStatus([200], citizen, 'PUT', `/requests/${requestId}/withdrawal`);
  return { requestId, attachmentId, bytes };
}

/** An answer that was lost is found out by asking how much has arrived. */
async function upload(citizen: Browser, attachmentId: string, bytes: Uint8Array): Promise<string> {
  const path = uploadPath(await startUpload(citizen, attachmentId, bytes.length));
  for (;;) {
    const { headers } = await citizen.send('HEAD', path, { headers: TUS });
    const at = Number(headers.get('Upload-Offset'));
    if (at === bytes.length) return path;
    await sendChunk(citizen, path, at, bytes.subarray(at, at + MIB));
  }
}

async function expectStatus(
  statuses: readonly number[],
  citizen: Browser,
  ...[method, path, options]: Parameters<Browser['send']>
): Promise<void> {
  const { status, body } = await citizen.send(method, path, options);
  if (!statuses.includes(status)) throw new Error(`${method} ${path}: ${status} ${JSON.stringify(body)}`);
}

export function signInStubbornly(server: Server, niss: string): Promise<Browser> {
  return signIn({ server: askAgain(server), advance() {}, stop: async () => {} }, niss);
}
