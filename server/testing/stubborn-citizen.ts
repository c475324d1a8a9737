import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import {
  type Answer,
  type Browser,
  pdf,
  playOffice,
  sendChunk,
  sendReply,
  signIn,
  startUpload,
  submission,
  submit,
  TUS,
  uploadPath,
} from '../../contract/conformance/subject.ts';
import type { Server } from '../../contract/server.ts';
import type { CitizenRequest } from '../../contract/types.ts';
import { sha256Hex } from '../../shared/sha256.ts';

const AGAIN_MS = 20;
const MIB = 1024 * 1024;

/** Asks again until there is an answer, as the app does. */
function askAgain(server: Server): Server {
  return async (request) => {
    for (;;) {
      const answer = await server(request.clone()).catch(() => null);
      if (answer && answer.status < 500) return answer;
      await wait(AGAIN_MS);
    }
  };
}

/** What the server has told a citizen is done. */
export interface Done {
  deletedDraftId: string;
  withdrawnId: string;
  /** The office has asked about this request and answered it; the citizen has replied with a file, read and rated it. */
  answeredId: string;
  replyId: string;
  comment: string;
  readUpTo: string;
  /** A file that came with the request, and one that came with the reply. */
  files: { id: string; bytes: Uint8Array }[];
}

/** Does once everything that a citizen can do. Each answer must be the one that the contract gives. */
export async function writeStubbornly(citizen: Browser): Promise<Done> {
  const deletedDraftId = randomUUID();
  await saveDraft(citizen, deletedDraftId);
  await expectDone(citizen.send('DELETE', `/drafts/${deletedDraftId}`));
  const withdrawnId = randomUUID();
  await expectDone(submit(citizen, withdrawnId));
  await expectDone(citizen.send('PUT', `/requests/${withdrawnId}/withdrawal`));
  return { deletedDraftId, withdrawnId, ...(await seeThrough(citizen)) };
}

/** Goes from the draft to the rating of the answer. */
async function seeThrough(citizen: Browser): Promise<Omit<Done, 'deletedDraftId' | 'withdrawnId'>> {
  const [answeredId, replyId, comment] = [randomUUID(), randomUUID(), randomUUID()];
  await saveDraft(citizen, answeredId);
  const [first, second] = [await sendFile(citizen), await sendFile(citizen)];
  await expectDone(submit(citizen, answeredId, submission({ attachments: [first.named] })));
  await untilOffice(citizen, answeredId, 'ask', 'awaitingCitizen');
  await expectDone(sendReply(citizen, answeredId, { body: replyId, attachments: [second.named] }, replyId));
  const { updatedAt: readUpTo } = await untilOffice(citizen, answeredId, 'answer', 'answered');
  await expectDone(citizen.send('PUT', `/requests/${answeredId}/read-mark`, { json: { readUpTo } }));
  const rating = { helpful: true, comment };
  await expectDone(citizen.send('PUT', `/requests/${answeredId}/rating`, { json: rating }));
  const files = [first, second].map(({ named: { id }, bytes }) => ({ id, bytes }));
  return { answeredId, replyId, comment, readUpTo, files };
}

async function saveDraft(citizen: Browser, id: string): Promise<void> {
  const json = { ...submission(), attachments: [] };
  await expectDone(citizen.send('PUT', `/drafts/${id}`, { json, headers: { 'If-None-Match': '*' } }));
}

/** A clerk who was cut off looks first whether the act is done. */
async function untilOffice(
  citizen: Browser,
  id: string,
  action: string,
  state: CitizenRequest['state'],
): Promise<CitizenRequest> {
  for (;;) {
    const { body } = await citizen.send<CitizenRequest>('GET', `/requests/${id}`);
    if (body.state === state) return body;
    await playOffice(citizen, id, action);
  }
}

/** Asks how much has arrived, since the answer to a chunk may be lost. */
async function sendFile(citizen: Browser) {
  const id = randomUUID();
  const bytes = pdf(id.repeat(30_000));
  const path = uploadPath(await startUpload(citizen, id, bytes.length));
  for (let at = 0; at < bytes.length; ) {
    await sendChunk(citizen, path, at, bytes.subarray(at, at + MIB));
    at = Number((await citizen.send('HEAD', path, { headers: TUS })).headers.get('Upload-Offset'));
  }
  const uploadId = path.split('/').at(-1) ?? '';
  const sha256 = await sha256Hex(bytes);
  const named = { id, uploadId, name: 'x.pdf', size: bytes.length, type: 'application/pdf', sha256 };
  return { named, bytes };
}

async function expectDone(answering: Promise<Answer>): Promise<void> {
  const { status, body } = await answering;
  if (![200, 201, 204].includes(status)) throw new Error(`${status} ${JSON.stringify(body)}`);
}

export function signInStubbornly(server: Server, niss: string): Promise<Browser> {
  return signIn({ server: askAgain(server), advance() {}, stop: async () => {} }, niss);
}
