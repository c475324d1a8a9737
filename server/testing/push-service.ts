import { createECDH, createPublicKey, randomBytes, verify } from 'node:crypto';
import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { decrypt } from 'http_ece';
import { listenAnywhere } from '../../contract/conformance/local-server.ts';
import type { PushSubscription } from '../../contract/types.ts';
import type { PushMessage } from '../../domain/push/push-message.ts';

type Keys = PushSubscription['keys'];

interface SeenPush {
  endpoint: string;
  message: PushMessage;
  /** The message as it came over the wire, with its headers. */
  bytes: Buffer;
  bodyBytes: number;
  topic: string;
}

export interface PushService {
  /** Replaces `fetch`. Throws what is wrong with a call that no push service would take. */
  call(url: string, call: RequestInit): Promise<Response>;
  /** Makes a browser that subscribes with this key. */
  subscribe(publicKey: string): Pick<PushSubscription, 'endpoint' | 'keys'>;
  /** Sets what the service answers from then on for one subscription; null: it takes what comes. */
  answer(endpoint: string, answer: (() => Promise<Response>) | null): void;
  /** The messages that the service has taken. */
  seen: SeenPush[];
  /** Takes calls for any host over HTTP, for servers in other processes. */
  listen(): Promise<{ port: number; stop(): Promise<void> }>;
}

const DAY_S = 86_400;
const BODY_MAX_BYTES = 4096;

/** Stands in for the push services of browsers: checks who calls (RFC 8292), decrypts as the browser would (RFC 8291), and keeps what it saw. */
export function createPushService(now: () => number = Date.now): PushService {
  const browsers = new Map<string, { open: (body: Buffer) => string; publicKey: string }>();
  const answers = new Map<string, () => Promise<Response>>();
  const seen: SeenPush[] = [];

  async function take(endpoint: string, headers: Headers, body: Buffer): Promise<Response> {
    const browser = browsers.get(endpoint);
    if (!browser) return new Response(null, { status: 404 });
    judgeToken(headers.get('Authorization') ?? '', browser.publicKey, new URL(endpoint).origin, now());
    if (headers.get('Content-Encoding') !== 'aes128gcm') throw new Error('Not encrypted as RFC 8291 has it');
    if (!/^\d+$/.test(headers.get('TTL') ?? '')) throw new Error('RFC 8030 wants a TTL');
    if (body.length > BODY_MAX_BYTES) throw new Error('Longer than a push service has to take');
    const message: PushMessage = JSON.parse(browser.open(body));
    const bytes = Buffer.concat([Buffer.from(JSON.stringify([...headers])), body]);
    const answered = await answers.get(endpoint)?.();
    if (answered && !answered.ok) return answered;
    seen.push({ endpoint, message, bytes, bodyBytes: body.length, topic: headers.get('Topic') ?? '' });
    return new Response(null, { status: 201 });
  }

  return {
    seen,
    async call(url, { headers, body, signal, redirect }) {
      if (redirect !== 'error') throw new Error('It would be led elsewhere');
      const bytes = Buffer.from(body as Uint8Array);
      return untilAborted(signal, take(url, new Headers(headers), bytes));
    },
    subscribe(publicKey) {
      const { keys, open } = makeBrowser();
      const endpoint = `https://fcm.googleapis.com/fcm/send/${randomBytes(12).toString('base64url')}`;
      browsers.set(endpoint, { open, publicKey });
      return { endpoint, keys };
    },
    answer(endpoint, answer) {
      if (answer) answers.set(endpoint, answer);
      else answers.delete(endpoint);
    },
    async listen() {
      const listener = getRequestListener(async (request) => {
        const { pathname } = new URL(request.url);
        const body = Buffer.from(await request.arrayBuffer());
        return take(`https:/${pathname}`, request.headers, body);
      });
      const server = createServer(listener);
      const stop = () => new Promise<void>((resolve) => server.close(() => resolve()));
      return { port: await listenAnywhere(server), stop };
    },
  };
}

/** Returns what replaces `fetch` in another process, when this service listens at that port. */
export function callAtPort(port: number) {
  return (url: string, call: RequestInit) => {
    const { host, pathname } = new URL(url);
    return fetch(`http://127.0.0.1:${port}/${host}${pathname}`, call);
  };
}

function makeBrowser(): { keys: Keys; open: (body: Buffer) => string } {
  const pair = createECDH('prime256v1');
  pair.generateKeys();
  const auth = randomBytes(16).toString('base64url');
  return {
    keys: { p256dh: pair.getPublicKey().toString('base64url'), auth },
    open: (body) => decrypt(body, { version: 'aes128gcm', privateKey: pair, authSecret: auth }).toString(),
  };
}

function judgeToken(authorization: string, publicKey: string, aud: string, nowMs: number): void {
  const [, token = '', key] = /^vapid t=([^,]+), k=(\S+)$/.exec(authorization) ?? [];
  if (key !== publicKey) throw new Error('Another key than the browser subscribed with');
  const [head = '', claims = '', signature = ''] = token.split('.');
  const point = Buffer.from(publicKey, 'base64url');
  const [x, y] = [point.toString('base64url', 1, 33), point.toString('base64url', 33)];
  const jwk = { kty: 'EC', crv: 'P-256', x, y };
  const isSigned = verify(
    'sha256',
    Buffer.from(`${head}.${claims}`),
    { key: createPublicKey({ key: jwk, format: 'jwk' }), dsaEncoding: 'ieee-p1363' },
    Buffer.from(signature, 'base64url'),
  );
  if (!isSigned) throw new Error('Nobody who has the key has signed it');
  const { aud: said, exp, sub } = JSON.parse(Buffer.from(claims, 'base64url').toString());
  if (said !== aud) throw new Error(`For ${said}`);
  if (exp * 1000 <= nowMs || exp * 1000 > nowMs + DAY_S * 1000)
    throw new Error('Good for too long, or no more');
  if (!/^(https:|mailto:)/.test(sub)) throw new Error('Nobody to ask');
}

function untilAborted(signal: AbortSignal | null | undefined, answer: Promise<Response>): Promise<Response> {
  if (!signal) throw new Error('It would wait for ever');
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    answer.then(resolve, reject);
  });
}
