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
/** The first downloads run slower than later ones, and are made beforehand. */
const WARM_UP = 50;
/** A submission that is refused at once would otherwise be sent as fast as the machine can. */
const PAUSE_MS = 10;
/** How soon a connection is opened again: as often as a client without bad intent would try. */
const AGAIN_MS = 5000;

/** Prepares a load that Maria sends, signed in. */
function byMaria(prepare: (maria: Browser, port: number) => Promise<() => Promise<unknown>>): Prepare {
  return async ({ ports: [port = 0] }) => {
    const send = await prepare(await signIn(subjectAt(port)), port);
    return () => send;
  };
}

/** Uploads files, each full of the same letters, and names them in one submission after another, each `times` times. */
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

/** Opens a connection that reads nothing and whose body lacks its last byte, and waits until the server ends it. */
export async function holdOnce(
  port: number,
  method: string,
  path: string,
  bodyBytes: number,
  sender?: Browser,
): Promise<void> {
  const socket = connect(port, '127.0.0.1');
  // A server that ends the connection breaks off the writing, and the socket reports an error. That is no fault here; waiting by `once` would throw it.
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

/** Holds one connection; the load then calls it again. */
async function hold(...held: Parameters<typeof holdOnce>): Promise<void> {
  await holdOnce(...held);
  await wait(AGAIN_MS);
}

/** Tries a wrong palavra-chave with a NISS and an address of its own for each n; a blocked one would spare the server the work of checking it. */
export function tryPassword(port: number, n: number, from: string): Promise<unknown> {
  const json = { niss: `123456789${10 + n}`, password: 'não é esta' };
  const headers = { 'X-Forwarded-For': from };
  return openBrowser(subjectAt(port)).send('POST', '/session/password', { json, headers });
}

/** Loads that a single sender can put on a server; anybody could send each of them. */
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
