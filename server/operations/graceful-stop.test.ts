import { randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { Agent, type ClientRequest, type IncomingMessage, request } from 'node:http';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import {
  type Browser,
  ORIGIN,
  signIn,
  startUpload,
  TUS,
  uploadPath,
} from '../../contract/conformance/subject.ts';
import { API_BASE_PATH } from '../../contract/server.ts';
import { sha256Base64 } from '../../shared/sha256.ts';
import { connectEmbedded } from '../db/connect.ts';
import { DATABASE_FOLDER } from '../embedded-folder.ts';
import { createHome, type Home, type MainProcess } from '../testing/main-process.ts';
import { START_MS } from '../testing/start-ms.ts';

const MIB = 1024 * 1024;

let home: Home;

beforeEach(() => {
  home = createHome(ORIGIN);
});
afterEach(() => home.remove());

const subjectOf = ({ server }: MainProcess) => ({ server, advance() {}, stop: async () => {} });

/** Begins a call whose body the test sends bit by bit. It returns once the server has begun with it. */
async function begin(port: number, path: string, headers: Record<string, string>): Promise<ClientRequest> {
  const call = request({ host: '127.0.0.1', port, path, method: 'PATCH', headers, agent: false });
  call.setHeader('Expect', '100-continue');
  call.flushHeaders();
  await once(call, 'continue');
  return call;
}

async function answerTo(call: ClientRequest): Promise<IncomingMessage> {
  const [answer]: IncomingMessage[] = await once(call, 'response');
  if (!answer) throw new Error('There was no answer');
  await text(answer);
  return answer;
}

async function ask(port: number, path: string, agent?: Agent): Promise<IncomingMessage> {
  const call = request({ host: '127.0.0.1', port, path, ...(agent && { agent }) });
  call.end();
  return answerTo(call);
}

async function chunkHeaders(citizen: Browser, bytes: Uint8Array): Promise<Record<string, string>> {
  return {
    ...TUS,
    Cookie: citizen.jar.cookie,
    'X-Citizen': citizen.citizenId,
    'Content-Type': 'application/offset+octet-stream',
    'Content-Length': String(bytes.length),
    'Upload-Offset': '0',
    'Upload-Checksum': `sha256 ${await sha256Base64(bytes)}`,
  };
}

it(
  'a citizen whose file is on its way when the server is stopped loses nothing of it, and nobody is left waiting',
  async () => {
    const first = await home.start({ DRAIN_SECONDS: '1' });
    const { port } = first;
    const maria = await signIn(subjectOf(first));
    const bytes = new Uint8Array(randomBytes(MIB));
    const path = uploadPath(await startUpload(maria, randomUUID(), bytes.length));
    const agent = new Agent({ keepAlive: true });
    expect((await ask(port, `${API_BASE_PATH}/limits`, agent)).headers.connection).toBe('keep-alive');

    const chunk = await begin(port, API_BASE_PATH + path, await chunkHeaders(maria, bytes));
    chunk.write(bytes.subarray(0, MIB / 2));
    first.askToStop();

    const readiness = async () => (await ask(port, '/health/ready')).statusCode;
    await vi.waitUntil(async () => (await readiness()) === 503, { timeout: START_MS });
    const meanwhile = await ask(port, `${API_BASE_PATH}/limits`, agent);
    expect([meanwhile.statusCode, meanwhile.headers.connection]).toEqual([200, 'close']);
    await vi.waitUntil(
      () =>
        readiness().then(
          () => false,
          () => true,
        ),
      { timeout: START_MS, interval: 20 },
    );

    chunk.end(bytes.subarray(MIB / 2));
    const taken = await answerTo(chunk);
    expect([taken.statusCode, taken.headers['upload-offset']]).toEqual([204, String(MIB)]);
    expect(await first.ended).toBe(0);
    agent.destroy();

    const db = connectEmbedded(join(home.folder, 'data', DATABASE_FOLDER));
    const { received } = await db.selectFrom('uploads').select('received').executeTakeFirstOrThrow();
    await db.destroy();
    expect(received).toBe(MIB);
  },
  START_MS,
);
