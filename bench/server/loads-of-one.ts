import { randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import {
  type Browser,
  openBrowser,
  signIn,
  submission,
  submit,
  TUS,
  uploaded,
} from '../../contract/conformance/subject.ts';
import { API_BASE_PATH } from '../../contract/server.ts';
import type { Prepare } from './load.ts';
import { subjectAt } from './processes.ts';

const MIB = 1024 * 1024;
const FILE_BYTES = 10 * MIB;
const BODY = Buffer.alloc(4 * MIB, 'x');
/** What runs for the first times is slower than what was sent. */
const WARM_UP = 50;
/** What is refused at once would otherwise be asked for as fast as the machine can. */
const PAUSE_MS = 10;
/** As often as one who means no flood tries again. */
const AGAIN_MS = 5000;

/** Signed in as Maria. */
function byMaria(prepare: (maria: Browser, port: number) => Promise<() => Promise<unknown>>): Prepare {
  return async ({ ports: [port = 0] }) => {
    const send = await prepare(await signIn(subjectAt(port)), port);
    return () => send;
  };
}

/** So many files, each full of a few letters, which a submission names again and again. */
function namingFiles(files: number, times: number, letters: string): Prepare {
  return byMaria(async (maria) => {
    const attachments: Awaited<ReturnType<typeof uploaded>>[] = [];
    while (attachments.length < files)
      attachments.push(await uploaded(maria, Buffer.alloc(FILE_BYTES, letters)));
    return async () => {
      const named = Array.from({ length: times }, () => attachments).flat();
      const ids = times > 1 ? named.map((file) => ({ ...file, id: randomUUID() })) : named;
      await submit(maria, randomUUID(), submission({ attachments: ids }));
      await wait(PAUSE_MS);
    };
  });
}

/** A connection that takes nothing, and whose body lacks its last byte, until the server ends it. */
export async function holdOnce(
  port: number,
  method: string,
  path: string,
  bodyBytes: number,
  sender?: Browser,
): Promise<void> {
  const socket = connect(port, '127.0.0.1');
  // A server that ends it breaks off what is being written, which is no fault: to wait by `once` would throw it.
  const ended = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  socket.on('error', () => {});
  socket.pause();
  const session = sender && { Cookie: sender.jar.cookie, 'X-Citizen': sender.citizenId };
  const body = bodyBytes > 0 && { 'Content-Length': bodyBytes, 'Content-Type': 'application/json' };
  const headers = Object.entries({ Host: 'localhost', ...session, ...TUS, ...body });
  const lines = headers.map(([name, value]) => `${name}: ${value}\r\n`).join('');
  socket.write(`${method} ${API_BASE_PATH}${path} HTTP/1.1\r\n${lines}\r\n`);
  if (bodyBytes > 0) socket.write(BODY.subarray(0, bodyBytes - 1));
  await ended;
}

/** Again and again, until the load is over. */
async function hold(...held: Parameters<typeof holdOnce>): Promise<void> {
  await holdOnce(...held);
  await wait(AGAIN_MS);
}

/** At a NISS of their own, and from an address, so that no block spares the server the work. */
export function tryPassword(port: number, n: number, from: string): Promise<unknown> {
  const json = { niss: `123456789${10 + n}`, password: 'não é esta' };
  const headers = { 'X-Forwarded-For': from };
  return openBrowser(subjectAt(port)).send('POST', '/session/password', { json, headers });
}

/** What one sender does to hold a server; each is one thing that anybody could do. */
export const LOADS_OF_ONE: Readonly<Record<string, Prepare>> = {
  '24 submissions at once of one session, without end': byMaria(
    async (maria) => () => submit(maria, randomUUID()),
  ),
  '8 submissions at once, each naming one upload of slashes fifty times': namingFiles(1, 50, '/'),
  '8 submissions at once, each naming ten uploads full of `/Encrypt `': namingFiles(10, 1, '/Encrypt '),
  '60 downloads of 10 MB that nobody reads': byMaria(async (maria, port) => {
    const file = await uploaded(maria, Buffer.from('%PDF-1.7\n'.padEnd(FILE_BYTES, 'x')));
    const id = randomUUID();
    await submit(maria, id, submission({ attachments: [file] }));
    const path = `/requests/${id}/attachments/${file.id}`;
    for (let n = 0; n < WARM_UP; n += 1) await maria.send('GET', path);
    return () => hold(port, 'GET', path, 0, maria);
  }),
  '100 bodies of 4 MiB that stop before their end, of nobody':
    async ({ ports: [port = 0] }) =>
    () =>
    () =>
      hold(port, 'PUT', `/requests/${randomUUID()}`, 4 * MIB),
  '100 bodies of 1 MiB that stop before their end, of one session': byMaria(
    async (maria, port) => () => hold(port, 'PATCH', `/uploads/u_${randomUUID()}`, MIB, maria),
  ),
  '40 sign-ins at once, from forty addresses':
    async ({ ports: [port = 0], lastsMs }) =>
    () =>
    async (n) => {
      await tryPassword(port, n, `203.0.113.${n + 1}`);
      await wait(lastsMs);
    },
};
