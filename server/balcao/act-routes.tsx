/** @jsxImportSource hono/jsx */
import type { Hono } from 'hono';
import { isId } from '../../contract/bodies/bodies.ts';
import { DEFAULT_LIMITS } from '../../domain/limits.ts';
import type { Env } from '../caller.ts';
import type { Context } from '../context.ts';
import { isSmall, limitBody } from '../limit-bodies.ts';
import { takeBack } from '../office/sending.ts';
import { createRoom } from '../room.ts';
import { beginAnswer } from '../saved-replies/begin-answer.ts';
import { fillIn } from '../saved-replies/fill-in.ts';
import { listReplies } from '../saved-replies/saved-replies.ts';
import { BusyPage, goTo, html, RefusedPage, TooLargePage } from './answers.tsx';
import { readSecret } from './clerk-cookie.ts';
import { doPosted, showPosted } from './do-posted.tsx';
import { KeptPage } from './ended-page.tsx';
import { isMarked } from './form-mark.ts';
import { isOthers, readPostedPlace } from './hidden-fields.tsx';
import { keepPosted } from './keep-posted.ts';
import { REQUEST_ROUTE, requestPath } from './paths.ts';
import { type PostedAct, readPostedAct } from './posted-act.ts';
import {
  type ClerkInSession,
  findRequest,
  findSession,
  goToSignIn,
  type ReadRequest,
  requireClerk,
  requireRequest,
} from './require-clerk.tsx';
import { readFields, SMALL_FORM } from './small-form.tsx';
import { wordsOf } from './words.ts';

/** Has room for one file more than may be sent: a clerk who chose one too many is told so and loses nothing of the form. */
const FORM_MAX_BYTES = DEFAULT_LIMITS.attachmentsMaxTotalBytes + DEFAULT_LIMITS.attachmentMaxBytes;
/** The room for the forms of all clerks together. */
const FORMS_MAX_BYTES = 4 * FORM_MAX_BYTES;

/** A handler of what a signed-in clerk has posted. */
type Take = typeof doPosted;

/** Adds the routes to which the page of a request posts. */
export function actRoutes(routes: Hono<Env>, context: Context): void {
  const forms = createRoom({ each: FORM_MAX_BYTES, all: FORMS_MAX_BYTES });
  const limit = limitBody<Env>(FORM_MAX_BYTES, forms, (call) => readSecret(context, call), {
    tooLarge: () => html(<TooLargePage />, 413),
    tooMany: () => html(<BusyPage />, 429),
  });
  const takePosts = (path: string, take: Take) => {
    // This comes before the body is read: of whoever is not signed in no more is kept in memory than of anybody.
    routes.post(path, async (call, next) => {
      const session = await findSession(context, call);
      if (session.status !== 'signedOut') return next();
      const posted = isSmall(call) ? await readPostedAct(call.req.raw) : null;
      const reference = call.req.param('reference') ?? '';
      return posted && wordsOf(posted) !== '' ? showLost(reference, posted) : goToSignIn(reference);
    });
    routes.post(path, limit, async (call) => {
      const posted = await readPostedAct(call.req.raw);
      if (!posted) return html(<RefusedPage />, 400);
      const session = await findSession(context, call);
      const reference = call.req.param('reference') ?? '';
      if (session.status === 'signedOut') return showLost(reference, posted);
      if (session.status === 'ended') return keepAfterEnd(context, session.clerk, reference, posted);
      const found = await requireRequest(context, session.clerk, reference, wordsOf(posted));
      // What one clerk wrote is not done in another's name.
      if (isOthers(posted.writer, session.clerk)) return showLost(reference, posted);
      return take(context, session.clerk, found, posted);
    });
  };
  takePosts(REQUEST_ROUTE, doPosted);
  takePosts(`${REQUEST_ROUTE}/rascunho`, keepDraft);
  takePosts(`${REQUEST_ROUTE}/resposta-guardada`, chooseReply);

  routes.post(`${REQUEST_ROUTE}/desfazer`, SMALL_FORM, async (call) => {
    const clerk = await requireClerk(context, call);
    const { formulario, lista } = await readFields(call.req.raw, 'formulario', 'lista');
    if (!isId(formulario)) return html(<RefusedPage />, 400);
    const reference = call.req.param('reference');
    const found = await requireRequest(context, clerk, reference);
    await takeBack(context.db, found, { userName: clerk.userName, key: formulario });
    return goTo(requestPath(reference, readPostedPlace(lista), { desfeito: formulario }));
  });
}

/** Keeps what a clerk wrote before their session ended. Without the mark of a living session nothing is looked up: no answer tells which requests are there. */
async function keepAfterEnd(
  context: Context,
  clerk: ClerkInSession,
  reference: string,
  posted: PostedAct,
): Promise<Response> {
  if (!isMarked(context, clerk.sessionHash, reference, posted.mark)) return showLost(reference, posted);
  const found = await findRequest(context, clerk, reference);
  if (!found) return showLost(reference, posted);
  const kept = await keepPosted(context, clerk, found, posted);
  return html(<KeptPage {...{ reference, posted, ...kept }} />, 401);
}

/** Shows the words again, of which nothing is kept. */
function showLost(reference: string, posted: PostedAct): Response {
  return html(<KeptPage {...{ reference, posted }} problems={[]} isKept={false} />, 401);
}

/** Keeps a draft. The button *Guardar rascunho* gets a page; the script, which keeps drafts by itself, wants none. */
async function keepDraft(...[context, clerk, found, posted]: Parameters<Take>): Promise<Response> {
  const { problems } = await keepPosted(context, clerk, found, posted);
  if (!posted.wantsPage) return new Response(null, { status: 204 });
  if (problems.length > 0) return showPosted(context, clerk, found, posted, problems, 409);
  return goToDraft(found, posted);
}

/**
 * Keeps what the clerk has written as a draft, with its files. Then the chosen reply stands behind it, or the page lists the replies that were sought.
 * `takesOut` removes the words of the reply that stood in the field by itself, and nothing that was typed.
 */
async function chooseReply(...[context, clerk, found, posted]: Parameters<Take>): Promise<Response> {
  const { reply } = posted;
  const isAsked = reply !== null || posted.takesOut;
  const replies = isAsked ? await listReplies(context.db, clerk.userName) : [];
  const chosen = replies.find(({ id }) => id === reply);
  const said = chosen ? fillIn(chosen.body, found) : '';
  const begun = posted.takesOut ? (beginAnswer(replies, found)?.text ?? '') : '';
  const body = [posted.body.replace(begun, '').trim(), said].filter(Boolean).join('\n\n');
  const { problems } = await keepPosted(context, clerk, found, { ...posted, body });
  const isWhole = problems.length === 0;
  if (chosen && isWhole) return goToDraft(found, posted);
  return showPosted(context, clerk, found, { ...posted, body }, problems, isWhole ? 200 : 409);
}

/** Leads to the form, in the page of the request, that holds the draft. */
function goToDraft({ request }: ReadRequest, { place, action }: PostedAct): Response {
  return goTo(`${requestPath(request.reference, place)}#${action}`);
}
