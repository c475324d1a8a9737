/** @jsxImportSource hono/jsx */
import type { Hono } from 'hono';
import { isId } from '../../contract/bodies/bodies.ts';
import { DEFAULT_LIMITS } from '../../domain/limits.ts';
import type { Env } from '../caller.ts';
import { findClerkSession } from '../clerks/clerk-sessions.ts';
import type { Clerk } from '../clerks/clerks.ts';
import type { Context } from '../context.ts';
import { limitBody } from '../limit-bodies.ts';
import { type Acted, actOnRequest } from '../office/act.ts';
import { judgeAct } from '../office/judge-act.ts';
import { findByReference, type OfficeRequest } from '../office/read-request.ts';
import { record } from '../office/record.ts';
import { findAttachedFile } from '../requests/request-files.ts';
import { createRoom } from '../room.ts';
import { createDownloads, sendFile } from '../uploads/send-file.ts';
import { fieldId } from './act-forms.tsx';
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
import { isAction, type PostedAct, readPostedAct } from './posted-act.ts';
import { readRequestPage } from './read-request-page.ts';
import { RequestPage } from './request-page.tsx';
import { goToSignIn, requireClerk } from './require-clerk.ts';
import { readFields, SMALL_FORM } from './small-form.tsx';
import { actionWords } from './words.ts';

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
    const found = await requireFound(context, clerk, call.req.param('reference'));
    const action = call.req.query('feito');
    const done = isAction(action) ? actionWords(found.request.kind)[action].done : undefined;
    return html(<RequestPage {...(await readRequestPage(context, clerk, found))} done={done} />);
  });

  routes.get(`${REQUEST}/ficheiros/:attachmentId`, async (call) => {
    const clerk = await requireClerk(context, call);
    const { citizenId, request } = await requireFound(context, clerk, call.req.param('reference'));
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
    const found = await requireFound(context, clerk, call.req.param('reference'));
    return html(<RequestPage {...(await readRequestPage(context, clerk, found, de))} />);
  });

  routes.post(
    REQUEST,
    // Before anything is read: who is nobody sends nothing that is kept in memory.
    async (call, next) => {
      const session = await findClerkSession(context, readSecret(context, call));
      return session.status === 'signedOut' ? goToSignIn(call.req.param('reference')) : next();
    },
    limitBody<Env>(FORM_MAX_BYTES, forms, (call) => readSecret(context, call), {
      tooLarge: () => html(<TooLargePage />, 413),
      tooMany: () => html(<BusyPage />, 429),
    }),
    async (call) => {
      const posted = await readPostedAct(call.req.raw);
      if (!posted) return html(<RefusedPage />, 400);
      const session = await findClerkSession(context, readSecret(context, call));
      if (session.status !== 'signedIn') return html(<EndedPage path={call.req.path} posted={posted} />, 401);
      return doPosted(context, session.clerk, call.req.param('reference'), posted);
    },
  );
}

async function doPosted(
  context: Context,
  clerk: Clerk,
  reference: string,
  posted: PostedAct,
): Promise<Response> {
  const found = await requireFound(context, clerk, reference);
  const issues = judgeAct(posted, context.limits);
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
    { ...posted, atMs: context.clocks.officeNow(), by: `clerk ${clerk.userName}` },
  );
  if (acted === 'done') return goTo(`/balcao/pedidos/${reference}?feito=${posted.action}`);
  const page = await readRequestPage(context, clerk, await requireFound(context, clerk, reference));
  const problems = [{ fieldId: null, sentence: NOT_DONE[acted] }];
  return html(<RequestPage {...page} typed={posted} problems={problems} />, 409);
}

const NOT_DONE: Record<Exclude<Acted, 'done'>, string> = {
  changed:
    'Nada foi enviado: entretanto, houve uma mudança. Veja abaixo o que aconteceu. O que escreveu continua na página; se tinha escolhido ficheiros, escolha-os outra vez',
  'state-forbids': 'Nada foi enviado: no estado atual, isto já não se pode fazer',
};

/** Throws the page that says that there is none. */
async function requireFound(context: Context, clerk: Clerk, reference: string): Promise<OfficeRequest> {
  const found = await findByReference(context.db, reference);
  if (!found) throw html(<NotFoundPage clerk={clerk} />, 404);
  return found;
}
