/** @jsxImportSource hono/jsx */
import type { Clerk } from '../clerks/clerks.ts';
import type { Context } from '../context.ts';
import type { NamedFile } from '../db/office-tables.ts';
import { type Acted, actOnRequest } from '../office/act.ts';
import { withDestination } from '../office/destination.ts';
import { judgeAct, type OfficeIssue } from '../office/judge-act.ts';
import type { OfficeRequest } from '../office/read-request.ts';
import { sendOfficeAct } from '../office/send-office-act.ts';
import { startSending } from '../office/sending.ts';
import { forgetWritten, keepWritten } from '../office/unsent.ts';
import { keepUnsentFiles, readUnsentFiles } from '../office/unsent-files.ts';
import { beginAnswer } from '../saved-replies/begin-answer.ts';
import { listReplies } from '../saved-replies/saved-replies.ts';
import { fieldId } from './act-forms.tsx';
import { html } from './answers.tsx';
import { goOn } from './go-on.ts';
import { issueWords } from './issue-words.ts';
import { findKept, tellGone } from './kept-files.ts';
import type { Problem } from './page.tsx';
import type { PostedAct } from './posted-act.ts';
import { readRequestPage } from './read-request-page.ts';
import { RequestPage } from './request-page.tsx';
import { type ReadRequest, requireRequest } from './require-request.tsx';
import { wordsOf } from './words-of.ts';

/** Judges a posted act with all of its files: those of the draft and those chosen in the form. */
async function judgePosted(
  context: Context,
  found: OfficeRequest,
  posted: PostedAct,
  kept: readonly NamedFile[],
): Promise<OfficeIssue[]> {
  const files = [...(await readUnsentFiles(context.db, found, kept)), ...posted.files];
  const said = await withDestination(context.db, posted);
  return judgeAct({ ...said, action: posted.action, files }, context.limits);
}

/** Keeps the clerk's words, and the new files if they may be sent, so that nothing is lost whatever becomes of the act. Returns the files, and what is not kept. */
async function keepWhole(
  context: Context,
  clerk: Clerk,
  found: OfficeRequest,
  posted: PostedAct,
  kept: readonly NamedFile[],
  issues: readonly OfficeIssue[],
): Promise<{ files: readonly NamedFile[]; lost: Problem[] }> {
  const areFit = issues.every(({ field }) => field !== 'attachments');
  const files = areFit ? [...kept, ...(await keepUnsentFiles(context, found, posted.files))] : kept;
  const isKept = await keepWritten(context, found, writtenOf(clerk, found, posted, files), posted.key);
  return { files, lost: isKept ? [] : [NOT_KEPT] };
}

const NOT_KEPT: Problem = {
  fieldId: null,
  sentence: 'Não ficou guardado: já enviou outra versão. Copie o que escreveu antes de sair desta página',
};

function writtenOf(
  { userName }: Clerk,
  found: OfficeRequest,
  posted: PostedAct,
  files: readonly NamedFile[],
) {
  const { action, body, otherOffice, service, note } = posted;
  return {
    userName,
    reference: found.request.reference,
    action,
    words: { body, otherOffice, service, note },
    files,
  };
}

/**
 * Keeps a draft, and returns what its clerk has to be told. Nothing is sent, and the words are not judged. The script keeps drafts while a clerk types; it
 * posts no files, so none are read. It wants no page: what is thrown tells it that the words are not kept.
 */
export async function keepPosted(
  context: Context,
  clerk: Clerk,
  found: OfficeRequest,
  posted: PostedAct,
): Promise<{ isKept: boolean; problems: Problem[] }> {
  const kept = await findKept(context, clerk, found, posted);
  const hasFiles = kept.length > 0 || posted.files.length > 0;
  const body = hasFiles || !(await isAsShown(context, clerk, found, posted)) ? posted.body : '';
  const issues = posted.files.length === 0 ? [] : await judgePosted(context, found, posted, kept);
  const { lost } = await keepWhole(context, clerk, found, { ...posted, body }, kept, issues);
  if (lost.length > 0 && !posted.wantsPage) throw new Response(null, { status: 409 });
  const gone = await tellGone(context, found, posted, kept);
  return { isKept: lost.length === 0, problems: [...lost, ...gone] };
}

/** Whether the text is the saved reply with which the answer begins, unchanged. Nobody has written it, so it is no draft. */
async function isAsShown(
  { db }: Context,
  { userName }: Clerk,
  found: OfficeRequest,
  { action, body, shownAtMs }: PostedAct,
): Promise<boolean> {
  if (action !== 'answer' || shownAtMs === null) return false;
  return beginAnswer(await listReplies(db, userName), found)?.text === body;
}

/** Shows the page with what is wrong and all that the clerk has posted. */
export async function showPosted(
  context: Context,
  clerk: Clerk,
  now: ReadRequest,
  posted: PostedAct,
  problems: Problem[],
  status: number,
): Promise<Response> {
  const { place, soughtReply: sought } = posted;
  const page = await readRequestPage(context, clerk, now, { place, sought });
  return html(<RequestPage {...page} typed={posted} problems={problems} />, status);
}

/** A second press of the same finger lands on the page that came meanwhile. Nobody can have read a text that stood there by itself for less time. */
const READING_MS = 1000;

/** Does the posted act. Returns the redirect to where the clerk goes on, or the page with what is wrong and all that they wrote. */
export async function doPosted(
  context: Context,
  clerk: Clerk,
  found: ReadRequest,
  posted: PostedAct,
): Promise<Response> {
  const show = (now: ReadRequest, problems: Problem[], status: number) =>
    showPosted(context, clerk, now, posted, problems, status);
  if (posted.shownAtMs !== null && context.clocks.now() - posted.shownAtMs < READING_MS) {
    const { problems } = await keepPosted(context, clerk, found, posted);
    const fieldOfBody = fieldId(posted.action, 'body');
    return show(
      found,
      [{ fieldId: fieldOfBody, sentence: 'Leia o texto antes de o enviar' }, ...problems],
      422,
    );
  }
  const kept = await findKept(context, clerk, found, posted);
  const gone = await tellGone(context, found, posted, kept);
  const isDone = kept.length < posted.keptFileIds.length && gone.length === 0;
  if (isDone && posted.files.length === 0 && isSaid(found, posted))
    return goOn(context, clerk, found, posted);
  const issues = await judgePosted(context, found, posted, kept);
  const { files, lost } = await keepWhole(context, clerk, found, posted, kept, issues);
  const problems = issues.map((issue) => ({
    fieldId: fieldId(posted.action, issue.field),
    sentence: issueWords(issue),
  }));
  // Where the request has changed since, `act` refuses, and the clerk is told of the change too.
  const isRefused = issues.length > 0 || (gone.length > 0 && posted.seenMoves === found.moves);
  if (isRefused) return show(found, [...problems, ...lost, ...gone], issues.length > 0 ? 422 : 409);
  const acted = await act(context, clerk, found, posted, files);
  if (acted === 'done') return goOn(context, clerk, found, posted);
  const now = await requireRequest(context, clerk, found.request.reference, wordsOf(posted));
  return show(now, [{ fieldId: null, sentence: NOT_DONE[acted] }, ...lost, ...gone], 409);
}

/** Whether the office has said these words. */
function isSaid(found: OfficeRequest, posted: PostedAct): boolean {
  return found.messages.some(({ author, body }) => author === 'office' && body === posted.body);
}

const NOT_DONE: Record<Exclude<Acted, 'done'>, string> = {
  changed:
    'Nada foi enviado: entretanto, houve uma mudança. Veja abaixo o que aconteceu. O que escreveu continua na página',
  'state-forbids': 'Nada foi enviado: no estado atual, isto já não se pode fazer',
};

/** `review` is done at once, without time to take it back: it sends no message, and another act can undo it. */
async function act(
  context: Context,
  clerk: Clerk,
  found: ReadRequest,
  posted: PostedAct,
  files: readonly NamedFile[],
): Promise<Acted> {
  const { key, seenMoves } = posted;
  if (posted.action === 'review') {
    const acted = await actOnRequest(context, found, {
      ...posted,
      files: [],
      atMs: context.clocks.officeNow(),
      by: found.reader.who,
    });
    if (acted === 'done') await forgetWritten(context.db, found, { ...clerk, action: 'review' });
    return acted;
  }
  const toSend = { ...writtenOf(clerk, found, posted, files), key, seenMoves };
  const acted = await startSending(context, found, toSend);
  if (acted === 'done' && context.undoMs === 0)
    await sendOfficeAct(context, { citizenId: found.citizenId, requestId: found.id, key });
  return acted;
}
