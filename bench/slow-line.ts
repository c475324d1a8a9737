import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';

/** 1.6 Mbit/s. */
const BYTES_PER_MS = 200;
const LATENCY_MS = 150;
/** Answers on their way together take turns with pieces of this size. */
const PIECE_BYTES = 4_000;
const TEXT = /javascript|json|css|html|svg/;

export interface SlowLine {
  origin: string;
  close(): void;
}

/**
 * Slow 4G between a browser and a server. The browser's own emulation knows only the page; over this line goes what the worker asks too, and
 * takes its share. Text goes compressed, as docs/deploying.md asks of whoever serves the app.
 */
export async function openSlowLine(serverOrigin: string): Promise<SlowLine> {
  let freeAt = 0;

  async function carry(response: ServerResponse, body: Buffer): Promise<void> {
    for (let at = 0; at < body.length; at += PIECE_BYTES) {
      const piece = body.subarray(at, at + PIECE_BYTES);
      freeAt = Math.max(freeAt, performance.now()) + piece.length / BYTES_PER_MS;
      await wait(freeAt - performance.now());
      response.write(piece);
    }
    response.end();
  }

  const front = createServer(async ({ url = '/', headers }, response) => {
    const asked = new Headers({ accept: headers.accept ?? '*/*' });
    const [answer] = await Promise.all([fetch(serverOrigin + url, { headers: asked }), wait(LATENCY_MS)]);
    const isText = TEXT.test(answer.headers.get('content-type') ?? '');
    const plain = Buffer.from(await answer.arrayBuffer());
    const body = isText ? gzipSync(plain) : plain;
    for (const [name, value] of answer.headers) response.setHeader(name, value);
    response.setHeader('Content-Length', body.length);
    if (isText) response.setHeader('Content-Encoding', 'gzip');
    response.writeHead(answer.status);
    await carry(response, body);
  });
  await new Promise<void>((resolve) => front.listen(0, resolve));
  return {
    origin: `http://localhost:${(front.address() as AddressInfo).port}`,
    close() {
      front.close();
      front.closeAllConnections();
    },
  };
}
