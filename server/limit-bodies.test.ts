import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, IncomingMessage, ServerResponse } from 'node:http';
import { connect, Socket } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { cookiesFor } from '../contract/conformance/cookie-jar.ts';
import { listenAnywhere } from '../contract/conformance/local-server.ts';
import { type Browser, signIn, submission, TUS } from '../contract/conformance/subject.ts';
import { API_BASE_PATH } from '../contract/server.ts';
import { type App, createApp } from './app.ts';
import type { Context } from './context.ts';
import { findDraft } from './drafts/account-drafts.ts';
import { prepareWorld, restoreWorld } from './testing/saved-world.ts';
import { START_MS } from './testing/start-ms.ts';
import { createTestClocks } from './testing/test-clocks.ts';
import { createTestContext } from './testing/test-context.ts';
import { openTestDatabase } from './testing/test-database.ts';

const MIB = 1024 * 1024;
const DRAFT_ID = randomUUID();

describe('What one session may have open', () => {
  let context: Context;
  let maria: Browser;
  let port: number;
  const bugs: unknown[] = [];
  const server = createServer();

  beforeAll(async () => {
    const onBug = (bug: unknown) => bugs.push(bug);
    context = { ...createTestContext(await openTestDatabase(), createTestClocks()), onBug };
    await prepareWorld(context);
    port = await listenAnywhere(server);
  }, START_MS);
  beforeEach(async () => {
    await restoreWorld(context.db);
    const app = createApp(context);
    server.removeAllListeners('request').on('request', getRequestListener(app));
    maria = await signIn({ server: app, advance() {}, stop: async () => {} });
  });
  afterAll(async () => {
    server.close();
    server.closeAllConnections();
    await context.db.destroy();
  });

  it('is eight MiB of bodies that have not come to their end', async () => {
    const held = await Promise.all(Array.from({ length: 9 }, () => sendHalf(maria.jar.cookie, MIB)));
    const answered = await Promise.race(held.map(({ answer }) => answer));
    expect(answered).toMatch(/^HTTP\/1.1 429 /);
    for (const { socket } of held) socket.destroy();
    // All the room that was taken by the calls that were cut off is free again.
    for (const mib of [2, 2, 2, 2]) await untilTaken(mib * MIB);
    const again = await Promise.all(Array.from({ length: 4 }, () => sendWhole(2 * MIB)));
    expect(again).not.toContain(429);
    // A telephone that loses its line is no fault of the server's.
    expect(bugs).toEqual([]);
  });

  async function sendWhole(bytes: number): Promise<number> {
    const path = `${API_BASE_PATH}/uploads/u_${randomUUID()}`;
    const answer = await fetch(`http://localhost:${port}${path}`, {
      method: 'PATCH',
      headers: {
        ...TUS,
        'Content-Type': 'application/offset+octet-stream',
        'Upload-Offset': '0',
        Cookie: cookiesFor(maria.jar, path),
        'X-Citizen': maria.citizenId ?? '',
        Origin: `http://localhost:${port}`,
      },
      body: new Uint8Array(bytes),
    });
    await answer.arrayBuffer();
    return answer.status;
  }

  async function untilTaken(bytes: number): Promise<void> {
    while ((await sendWhole(bytes)) === 429) await new Promise(setImmediate);
  }

  it.each([
    ['pages of the feed', '/changes'],
    ['drafts', `/drafts/${DRAFT_ID}`],
  ])('is eight MiB of %s that nobody takes, as often as they are left', async (_what, path) => {
    expect(await keepLongDraft(maria)).toBe(201);
    const read = async () => (await maria.send('GET', path)).status;
    for (let round = 0; round < 7; round += 1) {
      const held: Socket[] = [];
      let status = await read();
      // The system itself takes some MiB of each connection.
      while (status === 200 && held.length < 50) {
        held.push(await askAndTakeNothing(path));
        status = await read();
      }
      expect(status).toBe(429);
      for (const socket of held) socket.destroy();
      while ((await read()) === 429) await new Promise(setImmediate);
    }
    expect(bugs).toEqual([]);
  });

  async function keepLongDraft(browser: Browser, letter = '€', known?: string): Promise<number> {
    const json = { ...submission(), description: letter.repeat(300_000) };
    const headers = known === undefined ? { 'If-None-Match': '*' } : { 'If-Match': known };
    return (await browser.send('PUT', `/drafts/${DRAFT_ID}`, { json, headers })).status;
  }

  it.each(['answer', 'connection'] as const)(
    'is eight MiB of drafts that were kept and whose answer nobody takes, until its %s has closed',
    async (what) => {
      const app = createApp(context);
      const connection = new Socket();
      const held: ServerResponse[] = [];
      const server: App = (request) => {
        const outgoing = new ServerResponse(new IncomingMessage(connection));
        held.push(outgoing);
        return app(request, { outgoing });
      };
      const ofMaria = await signIn({ server, advance() {}, stop: async () => {} });
      held.length = 0;
      let status = await keepLongDraft(ofMaria);
      while (status < 300 && held.length < 50) status = await keepLongDraft(ofMaria);
      expect([status, held.length]).toEqual([429, 10]);
      const kept = await findDraft(context.db, ofMaria.citizenId, DRAFT_ID);
      expect(await keepLongDraft(ofMaria, '₤', kept?.etag)).toBe(429);
      // Another version, of which the device has not heard, would be a conflict of the citizen's own words.
      expect(await findDraft(context.db, ofMaria.citizenId, DRAFT_ID)).toEqual(kept);
      for (const each of what === 'answer' ? held : [connection]) each.emit('close');
      expect(await keepLongDraft(ofMaria, '₤', kept?.etag)).toBe(200);
      expect(connection.listenerCount('close')).toBe(1);
    },
  );

  /** Asks sixteen times on one connection, and returns it once the first answer has begun. */
  async function askAndTakeNothing(path: string): Promise<Socket> {
    const socket = connect(port, '127.0.0.1').on('error', () => {});
    const head = `GET ${API_BASE_PATH}${path} HTTP/1.1\r\nHost: localhost\r\n`;
    socket.write(`${head}Cookie: ${maria.jar.cookie}\r\n\r\n`.repeat(16));
    await once(socket, 'readable');
    return socket;
  }

  it('is told also to whoever sends all of what is too much before they listen', async () => {
    const { socket, heard } = sendBeforeListening(11 * MIB);
    await Promise.race([once(socket, 'drain'), heard]);
    socket.resume();
    expect(await heard).toMatch(/^HTTP\/1.1 413 /);
    socket.destroy();
  });

  function sendBeforeListening(bytes: number) {
    const { socket, send } = beginSending(maria.jar.cookie, bytes);
    socket.pause();
    send(Buffer.alloc(bytes));
    const heard = new Promise<string>((resolve, reject) => {
      socket.once('data', (data) => resolve(String(data)));
      socket.once('error', reject);
    });
    return { socket, heard };
  }

  it('is no body at all of somebody who is not signed in, beyond a little', async () => {
    const { socket, answer } = await sendHalf('', MIB);
    expect(await answer).toMatch(/^HTTP\/1.1 401 /);
    socket.destroy();
  });

  it('is a slice of a file, too, that Maria’s device sends by its ticket once the session is over', async () => {
    maria.jar.cookie = '';
    // Nobody has begun that upload, and the route says so.
    expect(await sendWhole(128 * 1024)).toBe(404);
  });

  function beginSending(cookie: string, bytes: number) {
    const socket = connect(port, '127.0.0.1').on('error', () => {});
    const head = `PATCH ${API_BASE_PATH}/uploads/u_${randomUUID()} HTTP/1.1\r\nHost: localhost\r\nCookie: ${cookie}\r\n`;
    socket.write(`${head}X-Citizen: ${maria.citizenId}\r\nContent-Length: ${bytes}\r\n\r\n`);
    return { socket, send: (body: string | Uint8Array) => socket.write(body) };
  }

  async function sendHalf(cookie: string, bytes: number) {
    const { socket, send } = beginSending(cookie, bytes);
    send('half');
    await once(socket, 'connect');
    return { socket, answer: once(socket, 'data').then(([data]) => String(data)) };
  }
});
