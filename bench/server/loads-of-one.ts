import { createHash, randomUUID } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { TUS } from '../../contract/conformance/subject.ts';
import { API_BASE_PATH } from '../../contract/server.ts';
import type { SubmittedAttachment } from '../../contract/types.ts';
import { CONTENT } from './bench-citizen.ts';
import type { Connection } from './connection.ts';
import { chunksOf, upload } from './upload.ts';

const MIB = 1024 * 1024;
const FILE_BYTES = 10 * MIB;
/** What runs for the first times is slower than what was sent. */
const WARM_UP = 50;
const BODY = Buffer.alloc(4 * MIB, 'x');

/** Who sends it, and where to. */
interface Sender {
  port: number;
  connection: Connection;
  headers: Record<string, string>;
}

interface LoadOfOne {
  name: string;
  atOnce: number;
  /** Puts there beforehand what it needs, and answers what is then sent again and again, by so many at once. */
  prepare(sender: Sender): Promise<() => Promise<unknown>>;
}

/** What one sender does to hold a server; each is one thing that anybody could do. */
export const LOADS_OF_ONE: readonly LoadOfOne[] = [
  { name: 'nothing', atOnce: 0, prepare: async () => async () => {} },
  {
    name: '8 submissions at once, each naming one upload of slashes fifty times',
    atOnce: 8,
    async prepare(sender) {
      const file = await attach(sender, Buffer.alloc(FILE_BYTES, '/'));
      return () =>
        submit(
          sender,
          Array.from({ length: 50 }, () => ({ ...file, id: randomUUID() })),
        );
    },
  },
  {
    name: '8 submissions at once, each naming ten uploads full of `/Encrypt `',
    atOnce: 8,
    async prepare(sender) {
      const files: SubmittedAttachment[] = [];
      for (let n = 0; n < 10; n += 1) files.push(await attach(sender, Buffer.alloc(FILE_BYTES, '/Encrypt ')));
      return () => submit(sender, files);
    },
  },
  {
    name: '60 downloads of 10 MB that nobody reads',
    atOnce: 60,
    async prepare(sender) {
      const bytes = Buffer.alloc(FILE_BYTES, 'x');
      bytes.write('%PDF-1.7\n');
      const file = await attach(sender, bytes);
      const id = randomUUID();
      await submit(sender, [file], id);
      const path = `/requests/${id}/attachments/${file.id}`;
      for (let n = 0; n < WARM_UP; n += 1) {
        await sender.connection.send('GET', API_BASE_PATH + path, null, sender.headers);
      }
      return () => hold(sender, 'GET', path);
    },
  },
  {
    name: '100 bodies of 4 MiB that stop before their end, of nobody',
    atOnce: 100,
    prepare: async (sender) => () =>
      hold({ ...sender, headers: {} }, 'PUT', `/requests/${randomUUID()}`, 4 * MIB),
  },
  {
    name: '100 bodies of 1 MiB that stop before their end, of one session',
    atOnce: 100,
    prepare: async (sender) => () => hold(sender, 'PATCH', `/uploads/u_${randomUUID()}`, MIB),
  },
];

/** As often as one who means no flood tries again. */
const AGAIN_MS = 5000;

/** A connection that takes nothing, and whose body lacks its last byte, until the server ends it or the load is over. */
async function hold({ port, headers }: Sender, method: string, path: string, bodyBytes = 0): Promise<void> {
  const socket: Socket = connect(port, '127.0.0.1');
  socket.on('error', () => {});
  socket.pause();
  const body =
    bodyBytes > 0 ? { 'Content-Length': String(bodyBytes), 'Content-Type': 'application/json' } : {};
  const lines = Object.entries({ Host: 'localhost', ...headers, ...TUS, ...body });
  const head = lines.map(([name, value]) => `${name}: ${value}\r\n`).join('');
  socket.write(`${method} ${API_BASE_PATH}${path} HTTP/1.1\r\n${head}\r\n`);
  if (bodyBytes > 0) socket.write(BODY.subarray(0, bodyBytes - 1));
  await new Promise((resolve) => socket.once('close', resolve));
  await wait(AGAIN_MS);
}

async function attach({ connection, headers }: Sender, bytes: Buffer): Promise<SubmittedAttachment> {
  const id = randomUUID();
  const location = await upload(connection, headers, chunksOf(bytes), id);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const uploadId = location.split('/').at(-1) ?? '';
  return { id, uploadId, name: 'x.pdf', size: bytes.length, type: 'application/pdf', sha256 };
}

async function submit(
  { connection, headers }: Sender,
  attachments: SubmittedAttachment[],
  id = randomUUID(),
) {
  const json = { 'Content-Type': 'application/json', 'Idempotency-Key': `"${id}:1"` };
  const path = `${API_BASE_PATH}/requests/${id}`;
  // A refusal is an answer too.
  await connection
    .send('PUT', path, JSON.stringify({ ...CONTENT, attachments }), { ...headers, ...json })
    .catch(() => {});
}
