import { randomUUID } from 'node:crypto';
import { sha256Base64 } from '../../../shared/sha256.ts';
import {
  type Browser,
  openBrowser,
  PEOPLE,
  pdf,
  playOffice,
  type Subject,
  signIn,
  startUpload,
  submission,
  submit,
  uploaded,
} from '../subject.ts';
import type { FuzzedCall } from './calls.ts';

const ID = /^(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|u_[0-9a-f-]{36})$/;
const PLACEHOLDER = /known:(\d+)/g;

/** Collects every id that a server has named so far, and fills in ids that were written as `known:3` before they were known. */
class KnownIds {
  readonly #ids = new Set<string>();

  /** Takes in every id of an answer, however deep it is. */
  learn(value: unknown): void {
    if (typeof value === 'string') {
      const last = value.split('/').at(-1) ?? '';
      if (ID.test(last)) this.#ids.add(last);
    } else if (typeof value === 'object' && value !== null && !(value instanceof Uint8Array)) {
      for (const part of Object.values(value)) this.learn(part);
    }
  }

  fill(text: string): string {
    const ids = [...this.#ids];
    return text.replace(PLACEHOLDER, (_, n: string) => ids[Number(n) % ids.length] ?? crypto.randomUUID());
  }
}

export interface Caller {
  make(call: FuzzedCall): Promise<void>;
}

/** Prepares the callers: two people who are signed in, with files, drafts and requests, and one who is not. */
export async function createCaller(subject: Subject): Promise<Caller> {
  const known = new KnownIds();
  const people = {
    maria: await signIn(subject),
    joao: await signIn(subject, PEOPLE.joao),
    nobody: openBrowser(subject),
  };
  for (const person of [people.maria, people.joao]) await prepare(person, known);
  return {
    async make(call) {
      await send(people[call.who], call, known);
      // Without this, most calls of a row would come from a browser that is signed out.
      if (call.who !== 'nobody' && endsSession(call)) {
        people[call.who] = await signIn(subject, PEOPLE[call.who]);
      }
    },
  };
}

function endsSession({ method, path }: FuzzedCall): boolean {
  if (path[0] === 'sessions') return method !== 'GET';
  return method === 'DELETE' ? path.join('/') === 'session' : path.join('/') === 'session/password';
}

/** Makes what a fuzzer would hardly build by itself: a request with a file that awaits a reply, a draft, an upload half-way. */
async function prepare(person: Browser, known: KnownIds): Promise<void> {
  const file = await uploaded(person, pdf(person.citizenId));
  const [requestId, draftId] = [randomUUID(), randomUUID()];
  await submit(person, requestId, submission({ attachments: [file] }));
  await playOffice(person, requestId, 'ask');
  await person.send('PUT', `/drafts/${draftId}`, { json: submission(), headers: { 'If-None-Match': '*' } });
  known.learn([requestId, file, draftId]);
  known.learn((await startUpload(person, randomUUID(), 9)).headers.get('Location'));
  known.learn((await person.send('GET', '/changes?limit=500')).body);
}

async function send(person: Browser, call: FuzzedCall, known: KnownIds): Promise<void> {
  const parts = call.path.map((part) => known.fill(part));
  const bytes = call.body === null ? undefined : new TextEncoder().encode(known.fill(call.body));
  const id = parts.at(-1) ?? '';
  const fitting = new Map([
    ['{me}', person.citizenId],
    ['{id}', id],
    ['{base64 id}', Buffer.from(id).toString('base64')],
    ['{checksum}', `sha256 ${await sha256Base64(bytes ?? new Uint8Array())}`],
  ]);
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(call.headers)) {
    const filled = [...fitting].reduce((text, [place, fit]) => text.replace(place, fit), known.fill(value));
    headers[name] = asHeader(filled);
  }
  const query = new URLSearchParams(call.query);
  const path = `/${parts.map(asPathPart).join('/')}${query.size > 0 ? `?${query}` : ''}`;
  const answer = await person.send(call.method, path, { headers, anonymous: true, ...(bytes && { bytes }) });
  known.learn(answer.headers.get('Location'));
  known.learn(answer.body);
}

/** Replaces what a header cannot hold: it holds bytes, and no client could send anything else. */
function asHeader(text: string): string {
  return text.replace(/[^\t\x20-\x7e\x80-\xff]/g, '?').trim();
}

/** Encodes a part of a path, but leaves `%` as it is, so that paths are sent that cannot be decoded. */
function asPathPart(text: string): string {
  const wellFormed = new TextDecoder().decode(new TextEncoder().encode(text));
  return encodeURIComponent(wellFormed).replaceAll('%25', '%').slice(0, 2000);
}
