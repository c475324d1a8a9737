/** @jsxImportSource hono/jsx */
import type { Hono, MiddlewareHandler } from 'hono';
import { isId } from '../../contract/bodies/bodies.ts';
import { DEFAULT_LIMITS } from '../../domain/limits.ts';
import { ownValue } from '../../shared/own-value.ts';
import type { Env } from '../caller.ts';
import { findClerkSession } from '../clerks/clerk-sessions.ts';
import type { Clerk } from '../clerks/clerks.ts';
import type { Context } from '../context.ts';
import type { Db } from '../db/schema.ts';
import { limitBody } from '../limit-bodies.ts';
import { type Acted, actOnRequest } from '../office/act.ts';
import { judgeAct } from '../office/judge-act.ts';
import { closePage } from '../office/open-pages.ts';
import { findByReference } from '../office/read-request.ts';
import { record } from '../office/record.ts';
import { findAttachedFile } from '../requests/request-files.ts';
import { createRoom } from '../room.ts';
import { fillIn } from '../saved-replies/fill-in.ts';
import { findReplies } from '../saved-replies/saved-replies.ts';
import { readerOfClerk } from '../services/reach.ts';
import { listServices } from '../services/services.ts';
import { createDownloads, sendFile } from '../uploads/send-file.ts';
import { ActForm, fieldId } from './act-forms.tsx';
import {
  BusyDownloadsPage,
  BusyPage,
  goTo,
  html,
  NotFoundPage,
  RefusedPage,
  TooLargePage,
} from './answers.tsx';
import { readSecret } from './clerk-cookie.ts';
import { EndedPage } from './ended-page.tsx';
import { issueWords } from './issue-words.ts';
import {
  isAction,
  type PostedAct,
  type PostedChoice,
  readPostedAct,
  readPostedChoice,
  type Typed,
  withDestination,
} from './posted-act.ts';
import { readRequestPage } from './read-request-page.ts';
import { RequestPage } from './request-page.tsx';
import { goToSignIn, requireClerk } from './require-clerk.ts';
import { requireRequest } from './require-request.tsx';
import { readFields, SMALL_FORM } from './small-form.tsx';
import { ACTION_WORDS, actionWords, WORK_DONE_WORDS } from './words.ts';

const REQUEST = '/pedidos/:reference';
/** A file beyond what may be sent, so that who chose one too many is told with all that they wrote. */
const FORM_MAX_BYTES = DEFAULT_LIMITS.attachmentsMaxTotalBytes + DEFAULT_LIMITS.attachmentMaxBytes;
/** Of all clerks at once. */
const FORMS_MAX_BYTES = 4 * FORM_MAX_BYTES;
/** A citizen's file is kept, never shown as a page of ours. */
const SANDBOX = "default-src 'none'; sandbox";

export function requestRoutes(routes: Hono<Env>, context: Context): void {
  const downloads = createDownloads(context, () => html(<BusyDownloadsPage />, 429));
  const forms = createRoom({ each: FORM_MAX_BYTES, all: FORMS_MAX_BYTES });

  routes.get(REQUEST, async (call) => {
    const clerk = await requireClerk(context, call);
    const found = await requireRequest(context, clerk, call.req.param('reference'));
    const did = call.req.query('feito') ?? '';
    const done = isAction(did) ? actionWords(found.request.kind)[did].done : ownValue(WORK_DONE_WORDS, did);
    const page = await readRequestPage(context, clerk, found, { isDone: isAction(did) });
    return html(<RequestPage {...page} done={done} />);
  });

  routes.get(`${REQUEST}/ficheiros/:attachmentId`, async (call) => {
    const clerk = await requireClerk(context, call);
    const { citizenId, request } = await requireRequest(context, clerk, call.req.param('reference'));
    const id = call.req.param('attachmentId');
    const file = isId(id) ? await findAttachedFile(context, citizenId, request.id, id) : undefined;
    if (!file) return html(<NotFoundPage clerk={clerk} />, 404);
    const { reference } = request;
    const who = `clerk ${clerk.userName}`;
    await record(context, context.db, { who, what: 'fileOpened', reference, about: id });
    call.header('Content-Security-Policy', SANDBOX);
    return sendFile(call, downloads, clerk.userName, file);
  });

  // Whoever goes back to the address has not asked anew.
  routes.get(`${REQUEST}/niss`, (call) => goTo(`/balcao/pedidos/${call.req.param('reference')}`));

  routes.post(`${REQUEST}/niss`, SMALL_FORM, async (call) => {
    const clerk = await requireClerk(context, call);
    const { de } = await readFields(call.req.raw, 'de');
    if (de !== 'requester' && de !== 'represented') return html(<RefusedPage />, 400);
    const found = await requireRequest(context, clerk, call.req.param('reference'));
    return html(<RequestPage {...(await readRequestPage(context, clerk, found, { shown: de }))} />);
  });

  // Before anything is read: who is nobody sends nothing that is kept in memory.
  const admit: MiddlewareHandler<Env> = async (call, next) => {
    const session = await findClerkSession(context, readSecret(context, call));
    return session.status === 'signedOut' ? goToSignIn(call.req.param('reference')) : next();
  };
  const limit = limitBody<Env>(FORM_MAX_BYTES, forms, (call) => readSecret(context, call), {
    tooLarge: () => html(<TooLargePage />, 413),
    tooMany: () => html(<BusyPage />, 429),
  });

  routes.post(REQUEST, admit, limit, async (call) => {
    const posted = await readPostedAct(call.req.raw);
    if (!posted) return html(<RefusedPage />, 400);
    const session = await findClerkSession(context, readSecret(context, call));
    if (session.status !== 'signedIn')
      return html(<EndedPage form={await formAgain(context.db, call.req.path, posted)} />, 401);
    return doPosted(context, session.clerk, call.req.param('reference'), posted);
  });

  routes.get(`${REQUEST}/resposta-guardada`, (call) =>
    goTo(`/balcao/pedidos/${call.req.param('reference')}`),
  );

  routes.post(`${REQUEST}/resposta-guardada`, admit, limit, async (call) => {
    const posted = await readPostedChoice(call.req.raw);
    if (!posted) return html(<RefusedPage />, 400);
    const session = await findClerkSession(context, readSecret(context, call));
    const path = `/balcao/pedidos/${call.req.param('reference')}`;
    if (session.status !== 'signedIn') {
      const { typed, seenMoves } = posted;
      return html(<EndedPage form={await formAgain(context.db, path, { ...typed, seenMoves })} />, 401);
    }
    return choosePosted(context, session.clerk, call.req.param('reference'), posted);
  });
}

/** The page anew, with the reply behind what was typed, or with the replies that were sought. */
async function choosePosted(
  context: Context,
  clerk: Clerk,
  reference: string,
  { typed, replyId, sought }: PostedChoice,
): Promise<Response> {
  const found = await requireRequest(context, clerk, reference, typed.body);
  const page = await readRequestPage(context, clerk, found);
  const { replies } = page.choice;
  const chosen = replies.find(({ id }) => id === replyId);
  const body = chosen ? [typed.body, fillIn(chosen.body, found)].filter(Boolean).join('\n\n') : typed.body;
  const choice = chosen ? page.choice : { replies: findReplies(replies, sought), sought };
  return html(<RequestPage {...page} choice={choice} typed={{ ...typed, body }} />);
}

async function doPosted(
  context: Context,
  clerk: Clerk,
  reference: string,
  posted: PostedAct,
): Promise<Response> {
  const found = await requireRequest(context, clerk, reference, posted.body);
  const act = await withDestination(context.db, posted);
  const issues = judgeAct(act, context.limits);
  if (issues.length > 0) {
    const problems = issues.map((issue) => ({
      fieldId: fieldId(posted.action, issue.field),
      sentence: issueWords(issue),
    }));
    const page = await readRequestPage(context, clerk, found);
    return html(<RequestPage {...page} typed={posted} problems={problems} />, 422);
  }
  const acted = await actOnRequest(
    context,
    { citizenId: found.citizenId, id: found.request.id },
    { ...act, atMs: context.clocks.officeNow(), by: `clerk ${clerk.userName}` },
  );
  if (acted === 'done') {
    await closePage(context.db, { citizenId: found.citizenId, id: found.request.id }, clerk.userName);
    const { reach } = await readerOfClerk(context.db, clerk);
    const isStillTheirs = await findByReference(context.db, reach, reference);
    return goTo(isStillTheirs ? `/balcao/pedidos/${reference}?feito=${act.action}` : '/balcao/encaminhado');
  }
  const now = await requireRequest(context, clerk, reference, posted.body);
  const page = await readRequestPage(context, clerk, now);
  const problems = [{ fieldId: null, sentence: NOT_DONE[acted] }];
  return html(<RequestPage {...page} typed={posted} problems={problems} />, 409);
}

const NOT_DONE: Record<Exclude<Acted, 'done'>, string> = {
  changed:
    'Nada foi enviado: entretanto, houve uma mudança. Veja abaixo o que aconteceu. O que escreveu continua na página; se tinha escolhido ficheiros, escolha-os outra vez',
  'state-forbids': 'Nada foi enviado: no estado atual, isto já não se pode fazer',
};

async function formAgain(db: Db, path: string, posted: Typed & { seenMoves: number }) {
  const { action, seenMoves } = posted;
  const { button } = ACTION_WORDS[action];
  const form = { path, action, button, moves: seenMoves, typed: posted, problems: [], choice: null };
  return <ActForm {...form} services={await listServices(db)} />;
}
