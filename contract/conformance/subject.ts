import { randomUUID } from 'node:crypto';
import { sha256Base64, sha256Hex } from '../../shared/sha256.ts';
import { API_BASE_PATH, type Server } from '../server.ts';
import type {
  CitizenRequest,
  Message,
  Problem,
  ReplySubmission,
  RequestSubmission,
  SignedInSession,
} from '../types.ts';
import { cookiesFor, type Jar, keepCookie } from './cookie-jar.ts';

/** A server under test. The suite plays the clerk and moves the world's clock by `/demo`. */
export interface Subject {
  server: Server;
  /** Moves real time, by which sessions and codes live. */
  advance(ms: number): void;
  stop(): Promise<void>;
}

export interface SendOptions {
  json?: unknown;
  bytes?: Uint8Array;
  headers?: Record<string, string>;
  /** Leaves out the headers that only a page of the app can set. */
  anonymous?: boolean;
}

export interface Answer<T = unknown> {
  status: number;
  headers: Headers;
  body: T;
}

/** One browser: a cookie jar and the citizen that its page believes to be signed in. */
export interface Browser {
  citizenId: string;
  readonly jar: Jar;
  send<T = unknown>(method: string, path: string, options?: SendOptions): Promise<Answer<T>>;
}

export const ORIGIN = 'http://e-clic.test';
export const PEOPLE = { maria: '10000000000', joao: '11000000007', bakery: '20000000001' } as const;
export const PASSWORD = 'Demonstracao1';
export const TUS = { 'Tus-Resumable': '1.0.0' };

export function openBrowser({ server }: Subject, userAgent?: string): Browser {
  const jar: Jar = { cookie: '', lastsS: null, tickets: {} };
  const browser: Browser = {
    citizenId: '',
    jar,
    async send<T>(method: string, path: string, { json, bytes, headers = {}, anonymous }: SendOptions = {}) {
      const all = new Headers(headers);
      const url = ORIGIN + (path.startsWith('/demo') ? path : API_BASE_PATH + path);
      const cookies = cookiesFor(jar, new URL(url).pathname);
      if (cookies && !all.has('Cookie')) all.set('Cookie', cookies);
      if (userAgent) all.set('User-Agent', userAgent);
      if (json !== undefined) all.set('Content-Type', 'application/json');
      if (browser.citizenId && !anonymous && !all.has('X-Citizen')) all.set('X-Citizen', browser.citizenId);
      if (!anonymous && path.startsWith('/session')) all.set('X-App', 'e-clic');
      const body = json === undefined ? bytes && new Uint8Array(bytes) : JSON.stringify(json);
      const answer = await server(
        new Request(url, { method, headers: all, ...(body !== undefined && { body }) }),
      );
      for (const set of answer.headers.getSetCookie()) keepCookie(jar, set);
      const isJson = method !== 'HEAD' && (answer.headers.get('Content-Type')?.includes('json') ?? false);
      const received = isJson ? await answer.json() : new Uint8Array(await answer.arrayBuffer());
      return { status: answer.status, headers: answer.headers, body: received as T };
    },
  };
  return browser;
}

export async function signIn(
  subject: Subject,
  niss: string = PEOPLE.maria,
  { shared = false, userAgent }: { shared?: boolean; userAgent?: string } = {},
): Promise<Browser> {
  const browser = openBrowser(subject, userAgent);
  await browser.send('POST', '/session/password', { json: { niss, password: PASSWORD } });
  const json = { code: '123456', shared };
  const { body } = await browser.send<SignedInSession>('POST', '/session/code', { json });
  browser.citizenId = body.citizen.id;
  return browser;
}

export function submission(fields: Partial<RequestSubmission> = {}): RequestSubmission {
  return {
    kind: 'clarification',
    onBehalfOf: null,
    description: 'Recebi uma nota de cobrança e não percebo a que mês se refere.',
    topic: { status: 'unknown' },
    attachments: [],
    writtenAt: '2026-11-25T10:31:00.000Z',
    ...fields,
  };
}

export function submit<T = unknown>(
  browser: Browser,
  id: string,
  content: unknown = submission(),
  revision = 1,
  more: Record<string, string> = {},
): Promise<Answer<T>> {
  const headers = { 'Idempotency-Key': `"${id}:${revision}"`, ...more };
  return browser.send<T>('PUT', `/requests/${id}`, { json: content, headers });
}

/** Submits a request of the citizen and returns its id. */
export async function submitted(browser: Browser, fields: Partial<RequestSubmission> = {}): Promise<string> {
  const id = randomUUID();
  await submit(browser, id, submission(fields));
  return id;
}

export async function readRequest(browser: Browser, id: string): Promise<CitizenRequest> {
  return (await browser.send<CitizenRequest>('GET', `/requests/${id}`)).body;
}

/** Sends a reply to a request, as a new message with a made-up id. */
export function sendReply(
  browser: Browser,
  requestId: string,
  fields: Partial<ReplySubmission> = {},
  id: string = randomUUID(),
  more: Record<string, string> = {},
): Promise<Answer<Message & Problem>> {
  const json: ReplySubmission = {
    purpose: 'reply',
    body: 'Junto o documento que pediram.',
    attachments: [],
    writtenAt: '2026-11-25T10:31:00.000Z',
    ...fields,
  };
  const headers = { 'Idempotency-Key': `"${id}:1"`, ...more };
  return browser.send('PUT', `/requests/${requestId}/messages/${id}`, { json, headers });
}

export function playOffice(browser: Browser, requestId: string, action: string): Promise<Answer> {
  return browser.send('POST', '/demo/office', { json: { requestId, action } });
}

export function moveClock(browser: Browser, workingDays: number): Promise<Answer> {
  return browser.send('POST', '/demo/clock', { json: { workingDays } });
}

export function pdf(text: string): Uint8Array {
  return new TextEncoder().encode(`%PDF-1.7\n${text}\n%%EOF\n`);
}

export function startUpload(
  browser: Browser,
  attachmentId: string,
  size: number,
  name = 'x.pdf',
): Promise<Answer> {
  const pairs = { attachmentId, filename: name, filetype: 'application/pdf' };
  const metadata = Object.entries(pairs).map(
    ([key, value]) => `${key} ${Buffer.from(value).toString('base64')}`,
  );
  const headers = { ...TUS, 'Upload-Length': String(size), 'Upload-Metadata': metadata.join(',') };
  return browser.send('POST', '/uploads', { headers });
}

export function uploadPath(answer: Answer): string {
  return `/uploads/${answer.headers.get('Location')?.split('/').at(-1)}`;
}

export async function sendChunk(
  browser: Browser,
  path: string,
  offset: number,
  bytes: Uint8Array,
  headers: Record<string, string> = {},
): Promise<Answer> {
  return browser.send('PATCH', path, {
    bytes,
    headers: {
      ...TUS,
      'Content-Type': 'application/offset+octet-stream',
      'Upload-Offset': String(offset),
      'Upload-Checksum': `sha256 ${await sha256Base64(bytes)}`,
      ...headers,
    },
  });
}

/** Uploads a file with all its bytes and returns it as a submission names it. */
export async function uploaded(browser: Browser, bytes: Uint8Array, name = 'x.pdf') {
  const id = randomUUID();
  const path = uploadPath(await startUpload(browser, id, bytes.length, name));
  const MIB = 1024 * 1024;
  for (let at = 0; at < bytes.length; at += MIB) {
    await sendChunk(browser, path, at, bytes.subarray(at, at + MIB));
  }
  const uploadId = path.split('/').at(-1) ?? '';
  return { id, uploadId, name, size: bytes.length, type: 'application/pdf', sha256: await sha256Hex(bytes) };
}
