import { once } from 'node:events';
import { createServer, get, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { listenAnywhere } from '../../contract/conformance/local-server.ts';
import { createDownloads, sendFile } from './send-file.ts';

const PIECES = Array.from({ length: 32 }, (_, n) => Buffer.alloc(1024 * 1024, n));
const SIZE = 32 * 1024 * 1024;
const ATTACHMENT = { id: 'a', name: 'Fatura.hta', size: SIZE, type: 'application/pdf', sha256: '' };

describe('A file that is downloaded', () => {
  let port: number;
  let given = 0;
  let closed: Promise<unknown>[] = [];
  let bugs: unknown[] = [];
  const server = createServer();

  beforeEach(async () => {
    given = 0;
    closed = [];
    bugs = [];
    const downloads = createDownloads({ onBug: (error) => bugs.push(error) });
    const app = new Hono();
    app.get('/', async (call) =>
      sendFile(call, downloads, call.req.query('who') ?? '', {
        attachment: ATTACHMENT,
        pieces: piecesFor(call.req.query('who')),
      }).catch((thrown) => (thrown instanceof Response ? thrown : call.text('lost', 500))),
    );
    server.removeAllListeners('request').on('request', getRequestListener(app.fetch));
    server.on('request', (_request, response) => closed.push(once(response, 'close')));
    port = await listenAnywhere(server);
  });
  afterEach(() => {
    server.close();
    server.closeAllConnections();
  });

  function piecesFor(who: string | undefined): AsyncGenerator<Uint8Array> {
    if (who === 'nobody') return noPieces();
    return who === 'unlucky' ? piecesUntilOneIsLost() : pieces();
  }

  async function* noPieces(): AsyncGenerator<Uint8Array> {}

  async function* pieces(): AsyncGenerator<Uint8Array> {
    for (const piece of PIECES) {
      given += 1;
      yield piece;
    }
  }

  const LOST = new Error('permission denied for what Maria wrote');

  async function* piecesUntilOneIsLost(): AsyncGenerator<Uint8Array> {
    yield* PIECES.slice(0, 8);
    throw LOST;
  }

  async function ask(who: string, method = 'GET'): Promise<IncomingMessage> {
    const asked = get({
      host: '127.0.0.1',
      port,
      path: `/?who=${encodeURIComponent(who)}`,
      method,
      agent: false,
    });
    const [answer] = await once(asked, 'response');
    return answer;
  }

  it('goes out piece by piece, whole, under a name that opens it as what it is', async () => {
    const answer = await ask('maria');
    expect(answer.headers['content-length']).toBe(String(SIZE));
    expect(answer.headers['content-disposition']).toBe("attachment; filename*=UTF-8''Fatura.hta.pdf");
    const parts: Buffer[] = await answer.toArray();
    expect(Buffer.compare(Buffer.concat(parts), Buffer.concat(PIECES))).toBe(0);
  });

  it('is not read ahead for whoever does not take it, who has four at once; the next comes when one is given up', async () => {
    const four = await Promise.all([1, 2, 3, 4].map(() => ask('maria')));
    const fifth = await ask('maria');
    expect([fifth.statusCode, fifth.headers['retry-after']]).toEqual([429, '2']);
    expect((await ask('joão')).statusCode).toBe(200);
    expect(given).toBeLessThan(5 * PIECES.length);
    four[0]?.destroy();
    await closed[0];
    expect((await ask('maria')).statusCode).toBe(200);
    expect((await ask('maria')).statusCode).toBe(429);
  });

  it('holds no place for whoever has asked for several on one connection and closes it', async () => {
    const connection = connect(port, '127.0.0.1');
    const [atServer] = await once(server, 'connection');
    connection.write('GET /?who=maria HTTP/1.1\r\nHost: localhost\r\n\r\n'.repeat(4));
    await vi.waitUntil(() => closed.length === 4);
    expect((await ask('maria')).statusCode).toBe(429);
    connection.destroy();
    // The other answers were never read, so it ends with an error.
    await new Promise((resolve) => atServer.once('close', resolve));
    for (let n = 0; n < 4; n += 1) expect((await ask('maria')).statusCode).toBe(200);
  });

  it('of which nothing can be had is not begun, and takes no place', async () => {
    for (let n = 0; n < 5; n += 1) expect((await ask('nobody')).statusCode).toBe(500);
    expect((await ask('nobody', 'HEAD')).statusCode).toBe(200);
  });

  it('takes no place where only its headers are asked for', async () => {
    for (let n = 0; n < 5; n += 1) expect((await ask('maria', 'HEAD')).statusCode).toBe(200);
    expect((await ask('maria')).statusCode).toBe(200);
  });

  it('of which a later piece is lost frees its place and is told of, and nothing of what was thrown is printed', async () => {
    const printed = vi.spyOn(console, 'error').mockImplementation(() => {});
    for (let n = 0; n < 5; n += 1) {
      const answer = await ask('unlucky');
      expect(answer.statusCode).toBe(200);
      await expect(answer.toArray()).rejects.toThrow('aborted');
    }
    expect(bugs).toEqual(Array.from({ length: 5 }, () => LOST));
    expect(printed.mock.calls.join()).not.toContain('Maria');
    printed.mockRestore();
  });
});
