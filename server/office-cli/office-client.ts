import type { OfficeProblem } from '../../contract/office-types.ts';
import type { Server } from '../../contract/server.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { PROGRAM } from '../how-to-call.ts';
import { OFFICE_API_PATH } from '../office-api/office-env.ts';
import { Unanswered } from './command.ts';

type Method = 'GET' | 'PUT' | 'POST' | 'DELETE';

interface Asked {
  json?: unknown;
  bytes?: Uint8Array;
  headers?: Record<string, string>;
}

export type Answered<T> = Promise<Result<T, string | Unanswered>>;

/** Calls the office's API for the command line. */
export interface OfficeClient {
  ask<T>(method: Method, path: string, asked?: Asked): Answered<T>;
  download(path: string): Answered<Uint8Array>;
}

export function createOfficeClient(
  { url, token }: { url: string; token: string },
  server: Server = fetch,
): OfficeClient {
  async function send<T>(
    method: Method,
    path: string,
    { json, bytes, headers }: Asked,
    read: (answer: Response) => Promise<T>,
  ): Answered<T> {
    const all = new Headers({ ...headers, Authorization: `Bearer ${token}` });
    if (json !== undefined) all.set('Content-Type', 'application/json');
    const body = json === undefined ? bytes && new Uint8Array(bytes) : JSON.stringify(json);
    const address = new URL(url.replace(/\/$/, '') + OFFICE_API_PATH + path);
    const request = new Request(address, { method, headers: all, ...(body !== undefined && { body }) });
    const unanswered = err(new Unanswered(`${address.origin} does not answer.`));
    try {
      const answer = await server(request);
      if (answer.status >= 500) return unanswered;
      return answer.ok ? ok(await read(answer)) : err(await explain(answer));
    } catch {
      // An answer can also break off while it is read.
      return unanswered;
    }
  }
  return {
    ask: <T>(method: Method, path: string, asked: Asked = {}) =>
      send(
        method,
        path,
        asked,
        async (answer) => (answer.status === 204 ? undefined : await answer.json()) as T,
      ),
    download: (path) => send('GET', path, {}, async (answer) => new Uint8Array(await answer.arrayBuffer())),
  };
}

const SENTENCES: Record<OfficeProblem['type'], string> = {
  'unknown-token': `OFFICE_TOKEN is not let in. Whoever runs the server makes one: ${PROGRAM} office token add <name>`,
  'not-found': 'There is no such request.',
  validation: 'It cannot be sent as it is.',
  'key-reused': 'Under this id something else was sent before.',
  'state-forbids': 'As the request stands this cannot be done.',
  'request-changed': 'Something has happened to the request since: show it again.',
  'too-large': 'A file is too large.',
  'checksum-mismatch': 'A file did not arrive as it was sent. Say the same again.',
  'file-missing': 'A file did not arrive. Say the same again.',
  'cursor-gone': 'This cursor is not of this feed. Begin without one.',
  'too-many-at-once': 'Too much is being sent or fetched at once. Say the same again in a moment.',
  unavailable: 'The server cannot answer now.',
};

async function explain(answer: Response): Promise<string> {
  const isProblem = answer.headers.get('Content-Type')?.startsWith('application/problem+json') ?? false;
  if (!isProblem) return `OFFICE_URL does not lead to an e-Clic server: it answers ${answer.status}.`;
  const { type, issues = [] } = (await answer.json()) as OfficeProblem;
  const reasons = issues.map(({ field, code, params = {} }) =>
    [`  ${field}: ${code}`, ...Object.entries(params).map(([name, value]) => `${name} ${value}`)].join(', '),
  );
  return [SENTENCES[type], ...reasons].join('\n');
}

/** What a command over the API works with. */
export interface Desk {
  office: OfficeClient;
  /** Returns what is piped in. */
  readInput(): Promise<string>;
}
