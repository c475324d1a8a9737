/** @jsxImportSource hono/jsx */
import { movesFrom, PURPOSE_OF_ACTION } from '../../domain/office-moves.ts';
import type { Clerk } from '../clerks/clerks.ts';
import type { Context } from '../context.ts';
import type { NamedFile } from '../db/office-tables.ts';
import type { Acted } from '../office/act.ts';
import { findNext } from '../office/office-list.ts';
import { closePage } from '../office/open-pages.ts';
import { findByReference, type OfficeRequest } from '../office/read-request.ts';
import { sendOfficeAct } from '../office/send-office-act.ts';
import { findOnItsWay, startSending } from '../office/sending.ts';
import { goTo, html } from './answers.tsx';
import { fieldId } from './issue-words.ts';
import { judgePosted, keepPosted, keepWhole, problemsOf, writtenOf } from './keep-posted.ts';
import { filesToOffer, findKept, tellGone } from './kept-files.ts';
import { listPath } from './list-address.ts';
import type { Problem } from './page.tsx';
import { requestPath } from './paths.ts';
import type { PostedAct } from './posted-act.ts';
import { readRequestPage } from './read-request-page.ts';
import { RequestPage } from './request-page.tsx';
import { type ClerkInSession, type ReadRequest, requireRequest } from './require-clerk.tsx';
import { soughtBy } from './sought-by.ts';
import { wordsOf } from './words.ts';

/** Shows the page with what is wrong and all that the clerk has posted. Where their form is not there any more, no problem leads to a field of it. */
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
  const isForm =
    movesFrom(now.request.state).includes(posted.action) &&
    page.unsent.every(({ sendsAt }) => sendsAt === null);
  const told = isForm ? problems : problems.map(({ sentence }) => ({ fieldId: null, sentence }));
  const typed = { ...posted, keptFiles: filesToOffer(page.unsent, clerk, posted) };
  return html(<RequestPage {...page} typed={typed} problems={told} />, status);
}

/** A second press of the same finger lands on the page that came meanwhile. Nobody can have read it in less time. */
const READING_MS = 1000;

/** Does the posted act. Returns the redirect to where the clerk goes on, or the page with what is wrong and all that they wrote. */
export async function doPosted(
  context: Context,
  clerk: ClerkInSession,
  found: ReadRequest,
  posted: PostedAct,
): Promise<Response> {
  const show = (now: ReadRequest, problems: Problem[], status: number) =>
    showPosted(context, clerk, now, posted, problems, status);
  if (posted.shownAtMs !== null && context.clocks.now() - posted.shownAtMs < READING_MS) {
    const { problems } = await keepPosted(context, clerk, found, posted);
    const unread =
      PURPOSE_OF_ACTION[posted.action] === null
        ? { fieldId: null, sentence: 'Leia a página antes de continuar: pode ter havido uma mudança' }
        : { fieldId: fieldId(posted.action, 'body'), sentence: 'Leia o texto antes de o enviar' };
    return show(found, [unread, ...problems], 422);
  }
  const named = await findKept(context, clerk, found, posted);
  const gone = await tellGone(context, found, posted, named);
  const isDone = named.length < posted.keptFileIds.length && gone.length === 0;
  if (isDone && posted.files.length === 0 && isSaid(found, posted))
    return goOn(context, clerk, found, posted);
  const issues = await judgePosted(context, found, posted, named);
  const { files, kept, lost } = await keepWhole(context, clerk, found, posted, named, issues);
  const problems = problemsOf(posted.action, issues);
  // To send would take the place of a text of theirs that the page has not shown, and maybe a better one: it costs a second press.
  const isUnseen = gone.length > 0 || kept === 'elsewhere';
  // Where the request has changed since, `act` refuses, and the clerk is told of the change too.
  const isRefused = issues.length > 0 || (isUnseen && posted.seenMoves === found.moves);
  if (isRefused) {
    const isChanged = posted.seenMoves !== found.moves || (await findOnItsWay(context.db, found));
    const change = isChanged ? [{ fieldId: null, sentence: NOT_DONE.changed }] : [];
    return show(found, [...change, ...problems, ...lost, ...gone], issues.length > 0 ? 422 : 409);
  }
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
  const { action, key, seenMoves } = posted;
  const undoMs = action === 'review' ? 0 : context.undoMs;
  const toSend = { ...writtenOf(clerk, found, posted, files), key, seenMoves };
  const acted = await startSending({ ...context, undoMs }, found, toSend);
  if (acted === 'done' && undoMs === 0)
    await sendOfficeAct(context, { citizenId: found.citizenId, requestId: found.id, key });
  return acted;
}

/** Leads to the next request of the view if the clerk asked for it, else back to this one if they may still read it. The address names the act. */
async function goOn(
  context: Context,
  clerk: Clerk,
  found: ReadRequest,
  posted: PostedAct,
): Promise<Response> {
  const { key, place, goesOn } = posted;
  const { request, reader } = found;
  const { reference } = request;
  await closePage(context.db, found, clerk.userName);
  if (!goesOn) {
    const isStillTheirs = await findByReference(context.db, reader.reach, reference);
    return goTo(isStillTheirs ? requestPath(reference, place, { feito: key }) : '/balcao/encaminhado');
  }
  const next = await findNext(context.db, soughtBy(context, clerk, reader.reach, place), request);
  const done = { feito: key, anterior: reference };
  return goTo(next === null ? listPath(place, done) : requestPath(next, place, done));
}
