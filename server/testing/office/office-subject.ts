import { randomUUID } from 'node:crypto';
import {
  type Answer,
  ORIGIN,
  type SendOptions,
  type Subject,
} from '../../../contract/conformance/subject.ts';
import type {
  OfficeActBody,
  OfficeNewsPage,
  OfficeProblem,
  OfficeRequestBody,
} from '../../../contract/office-types.ts';
import { sha256Base64, sha256Hex } from '../../../shared/sha256.ts';
import { OFFICE_API_PATH } from '../../office-api/office-env.ts';

/** A server under test, as citizens and the office see it. */
export interface OfficeSubject extends Subject {
  token: string;
  /** Revokes the token, as whoever runs the server can. */
  revoke(): Promise<void>;
  /** Makes two services with clerks, one of them for what concerns the family. Returns a token for each. */
  setUpServices(): Promise<{ general: string; family: string }>;
  /** Lets a day pass, and deletes unused files as a job does each night. */
  forgetUploads(): Promise<void>;
  /** Counts the figures, as a job does each hour. */
  countFigures(): Promise<void>;
}

/** A program of the office. */
export interface Program {
  send<T = OfficeProblem>(method: string, path: string, options?: SendOptions): Promise<Answer<T>>;
}

export function openProgram({ server, token }: Pick<OfficeSubject, 'server' | 'token'>): Program {
  return {
    async send<T>(method: string, path: string, { json, bytes, headers = {} }: SendOptions = {}) {
      const all = new Headers({ Authorization: `Bearer ${token}`, ...headers });
      if (json !== undefined) all.set('Content-Type', 'application/json');
      const body = json === undefined ? bytes && new Uint8Array(bytes) : JSON.stringify(json);
      const init = { method, headers: all, ...(body !== undefined && { body }) };
      const answer = await server(new Request(ORIGIN + OFFICE_API_PATH + path, init));
      const isJson = answer.headers.get('Content-Type')?.includes('json') ?? false;
      const received = isJson ? await answer.json() : new Uint8Array(await answer.arrayBuffer());
      return { status: answer.status, headers: answer.headers, body: received as T };
    },
  };
}

export function act(
  program: Program,
  reference: string,
  asked: OfficeActBody,
  id: string = randomUUID(),
): Promise<Answer<OfficeRequestBody & OfficeProblem>> {
  return program.send('PUT', `/requests/${reference}/acts/${id}`, { json: asked });
}

export interface SentFile {
  id: string;
  name: string;
  sha256: string;
}

/** Sends a file, and returns how an act names it. */
export async function sendFile(
  program: Program,
  reference: string,
  bytes: Uint8Array,
  { id = randomUUID(), name = 'Resposta.pdf', digest }: { id?: string; name?: string; digest?: string } = {},
): Promise<{ file: SentFile; answer: Answer<OfficeProblem> }> {
  const headers = {
    'Content-Type': 'application/octet-stream',
    'Content-Digest': digest ?? `sha-256=:${await sha256Base64(bytes)}:`,
  };
  const answer = await program.send('PUT', `/requests/${reference}/files/${id}`, { bytes, headers });
  return { file: { id, name, sha256: await sha256Hex(bytes) }, answer };
}

/** Reads the feed to its end, in small pages. */
export async function readToEnd(
  program: Program,
  cursor: string | null,
): Promise<Pick<OfficeNewsPage, 'news' | 'cursor'>> {
  const news: OfficeNewsPage['news'] = [];
  let at = cursor === null ? '' : `&cursor=${cursor}`;
  for (;;) {
    const { body } = await program.send<OfficeNewsPage>('GET', `/news?limit=3${at}`);
    news.push(...body.news);
    if (!body.more) return { news, cursor: body.cursor };
    at = `&cursor=${body.cursor}`;
  }
}
