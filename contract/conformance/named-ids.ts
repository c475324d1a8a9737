import { randomUUID } from 'node:crypto';
import type { MySession } from '../types.ts';
import {
  type Answer,
  type Browser,
  pdf,
  playOffice,
  sendReply,
  startUpload,
  submission,
  submit,
  uploaded,
  uploadPath,
} from './subject.ts';

/** One id of everything that a call can name. */
export interface Ids extends Record<string, string> {
  request: string;
  message: string;
  attachment: string;
  draft: string;
  /** `upload` has all its bytes; `openUpload` awaits them. */
  upload: string;
  openUpload: string;
  session: string;
}

const FILE = pdf('da Maria');
const draft = { ...submission(), writtenAt: '2026-11-25T10:31:00.000Z' };

/** Without what a test rests on, each answer would be that there is no such thing, and the test would be green. */
async function mustSucceed<T>(answering: Promise<Answer<T>>): Promise<Answer<T>> {
  const answer = await answering;
  if (answer.status >= 300) throw new Error(`Answered ${answer.status}: ${JSON.stringify(answer.body)}`);
  return answer;
}

/** Makes one of each for whoever is signed in, and returns the ids. */
export async function makeOneOfEach(browser: Browser): Promise<Ids> {
  const [request, draftId] = [randomUUID(), randomUUID()];
  const file = await uploaded(browser, FILE);
  await mustSucceed(submit(browser, request, submission({ attachments: [file] })));
  await mustSucceed(playOffice(browser, request, 'ask'));
  const message = randomUUID();
  await mustSucceed(sendReply(browser, request, {}, message));
  const headers = { 'If-None-Match': '*' };
  await mustSucceed(browser.send('PUT', `/drafts/${draftId}`, { json: draft, headers }));
  const begun = await mustSucceed(startUpload(browser, randomUUID(), 9));
  const open = uploadPath(begun).split('/').at(-1) ?? '';
  const { body } = await mustSucceed(browser.send<{ sessions: MySession[] }>('GET', '/sessions'));
  return {
    request,
    message,
    attachment: file.id,
    draft: draftId,
    upload: file.uploadId,
    openUpload: open,
    session: body.sessions[0]?.id ?? '',
  };
}

/** Makes ids of the same form that belong to nobody. */
export function unknownIds(): Ids {
  return {
    request: randomUUID(),
    message: randomUUID(),
    attachment: randomUUID(),
    draft: randomUUID(),
    upload: `u_${randomUUID()}`,
    openUpload: `u_${randomUUID()}`,
    session: randomUUID(),
  };
}

/** Makes a request about which the office has asked the citizen something. */
export async function makeAsked(browser: Browser): Promise<string> {
  const id = randomUUID();
  await mustSucceed(submit(browser, id));
  await mustSucceed(playOffice(browser, id, 'ask'));
  return id;
}

const NEW_EACH_TIME = ['x-request-id', 'date', 'set-cookie'];

const RECEIPT = /[\w-]+\.[\w-]+\.[\w-]{86}/g;

/** Writes all that a caller can see of an answer, without the ids that the call named and what a server makes anew each time: a reference, a version. */
export function seenOf({ status, headers, body }: Answer, ids: Record<string, string>): string {
  const told = [...headers].filter(([name]) => !NEW_EACH_TIME.includes(name));
  const text = body instanceof Uint8Array ? Buffer.from(body).toString('latin1') : JSON.stringify(body);
  // A receipt holds the id and the reference, and its signature differs each time.
  const bare = text.replace(RECEIPT, ({ length }) => `<receipt of ${length}>`);
  const seen = [status, JSON.stringify(told), bare].join('\n');
  return Object.values(ids)
    .reduce((all, id) => all.replaceAll(id, '<id>'), seen)
    .replace(/EC-[0-9]{4}-[0-9]{7,9}/g, '<reference>')
    .replace(/\\+"[0-9]+\\+"/g, '<version>');
}
