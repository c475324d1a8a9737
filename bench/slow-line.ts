import { createServer, type IncomingMessage, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { brotliCompressSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { closeServer } from '../contract/conformance/local-server.ts';
import { BUILD_ID, readFileList } from '../e2e/http/read-build.ts';
import { APP_PART, pathOfFileList } from '../shared/file-list.ts';

/** 1.6 Mbit/s. */
const BYTES_PER_MS = 200;
const LATENCY_MS = 150;
/** Answers on their way together take turns with pieces of this size. */
const PIECE_BYTES = 4_000;
export const FLOOR_PATH = '/floor.html';

interface SlowLine {
  origin: string;
  /** How many bytes of bodies the line has carried so far. */
  bytes(): number;
}

interface Answer {
  statusCode?: number | undefined;
  headers: NodeJS.Dict<string | string[]>;
  body: Buffer;
}

/** The responses that the line gives itself, by path. */
type Floor = Readonly<Record<string, Answer>>;

/**
 * Slow 4G between a browser and a server. The browser's own emulation slows only the page; this line also carries what the worker asks for, which takes its
 * share. The line changes nothing but the floor: what the server does not compress is carried plain.
 */
export async function withSlowLine<T>(
  server: string,
  run: (line: SlowLine) => Promise<T>,
  floor: Floor = {},
): Promise<T> {
  let [freeAt, bytes] = [0, 0];
  const front = createServer(async (asked, response) => {
    const answering = floor[asked.url ?? '/'] ?? ask(server, asked);
    const [{ statusCode = 200, headers, body }] = await Promise.all([answering, wait(LATENCY_MS)]);
    bytes += body.length;
    response.writeHead(statusCode, headers);
    for (let at = 0; at < body.length; at += PIECE_BYTES) {
      const piece = body.subarray(at, at + PIECE_BYTES);
      freeAt = Math.max(freeAt, performance.now()) + piece.length / BYTES_PER_MS;
      await wait(freeAt - performance.now());
      response.write(piece);
    }
    response.end();
  });
  await new Promise<void>((resolve) => front.listen(0, resolve));
  const origin = `http://localhost:${(front.address() as AddressInfo).port}`;
  return run({ origin, bytes: () => bytes }).finally(() => closeServer(front));
}

async function ask(server: string, asked: IncomingMessage): Promise<Answer> {
  const { url, method, headers } = asked;
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    asked.pipe(request(server + url, { method, headers }, resolve).once('error', reject));
  });
  return { statusCode: answer.statusCode, headers: answer.headers, body: await buffer(answer) };
}

/**
 * Returns the fastest form that the open page could have: its plain HTML with the same style sheets and fonts, without any script, kept by the app's own
 * worker. It is taken from the running app each time, since a copy kept by hand would soon differ from the app's page.
 */
export async function takeFloor(page: Page): Promise<Floor> {
  await page.waitForLoadState('networkidle');
  const html = await page.evaluate(() => {
    const copy = document.documentElement.cloneNode(true) as HTMLElement;
    const needless = 'script, link[rel="modulepreload"], link[as="script"], noscript';
    for (const each of copy.querySelectorAll(needless)) each.remove();
    return `<!doctype html>${copy.outerHTML}`;
  });
  const list = readFileList();
  const withFloor = { ...list, [APP_PART]: [[FLOOR_PATH.slice(1), 'floor', 1], ...(list[APP_PART] ?? [])] };
  const answer = (type: string, text: string): Answer => ({
    headers: { 'content-type': type, 'content-encoding': 'br' },
    body: brotliCompressSync(text),
  });
  return {
    [FLOOR_PATH]: answer('text/html', html),
    [`/${pathOfFileList(BUILD_ID)}`]: answer('application/json', JSON.stringify(withFloor)),
  };
}
