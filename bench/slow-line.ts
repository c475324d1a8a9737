import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';

/** 1.6 Mbit/s. */
const BYTES_PER_MS = 200;
const LATENCY_MS = 150;
/** Answers on their way together take turns with pieces of this size. */
const PIECE_BYTES = 4_000;

interface SlowLine {
  origin: string;
  /** How much has gone over it so far. */
  bytes(): number;
}

/**
 * Slow 4G between a browser and a server. The browser's own emulation knows only the page; over this line goes what the worker asks too, and
 * takes its share. Nothing is changed on the way: what the server does not compress is carried plain.
 */
export async function withSlowLine<T>(serverOrigin: string, run: (line: SlowLine) => Promise<T>): Promise<T> {
  let freeAt = 0;
  let bytes = 0;

  async function carry(response: ServerResponse, body: Buffer): Promise<void> {
    for (let at = 0; at < body.length; at += PIECE_BYTES) {
      const piece = body.subarray(at, at + PIECE_BYTES);
      freeAt = Math.max(freeAt, performance.now()) + piece.length / BYTES_PER_MS;
      await wait(freeAt - performance.now());
      response.write(piece);
    }
    response.end();
  }

  const front = createServer(async (asked, response) => {
    const [answer] = await Promise.all([ask(serverOrigin, asked), wait(LATENCY_MS)]);
    const body = await buffer(answer);
    bytes += body.length;
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    await carry(response, body);
  });
  await new Promise<void>((resolve) => front.listen(0, resolve));
  try {
    return await run({
      origin: `http://localhost:${(front.address() as AddressInfo).port}`,
      bytes: () => bytes,
    });
  } finally {
    front.close();
    front.closeAllConnections();
  }
}

/** As the browser asked, in its own words on what it can unpack; only the host is the server's. */
function ask(serverOrigin: string, asked: IncomingMessage): Promise<IncomingMessage> {
  const { url = '/', method, headers } = asked;
  return new Promise((resolve, reject) => {
    const passed = { method, headers: { ...headers, host: new URL(serverOrigin).host } };
    asked.pipe(request(serverOrigin + url, passed, resolve).once('error', reject));
  });
}
