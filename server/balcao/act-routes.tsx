/** @jsxImportSource hono/jsx */

import type { Hono } from 'hono';
import { isId } from '../../contract/bodies/bodies.ts';
import { DEFAULT_LIMITS } from '../../domain/limits.ts';
import type { Env } from '../caller.ts';
import { findClerkSession } from '../clerks/clerk-sessions.ts';
import type { Context } from '../context.ts';
import { limitBody } from '../limit-bodies.ts';
import { takeBack } from '../office/sending.ts';
import { createRoom } from '../room.ts';
import { BusyPage, goTo, html, RefusedPage, TooLargePage } from './answers.tsx';
import { chooseReply } from './choose-reply.tsx';
import { readSecret } from './clerk-cookie.ts';
import { doPosted, keepPosted } from './do-posted.tsx';
import { KeptPage } from './kept-page.tsx';
import { requestPath } from './paths.ts';
import { readPostedPlace } from './place-field.tsx';
import { readPostedAct } from './posted-act.ts';
import { goToSignIn, requireClerk } from './require-clerk.ts';
import { requireRequest } from './require-request.tsx';
import { readFields, SMALL_FORM } from './small-form.tsx';

const REQUEST = '/pedidos/:reference';
/** A file beyond what may be sent, so that who chose one too many is told with all that they wrote. */
const FORM_MAX_BYTES = DEFAULT_LIMITS.attachmentsMaxTotalBytes + DEFAULT_LIMITS.attachmentMaxBytes;
/** Of all clerks at once. */
const FORMS_MAX_BYTES = 4 * FORM_MAX_BYTES;

/** What is posted from the page of a request. */
export function actRoutes(routes: Hono<Env>, context: Context): void {
  const forms = createRoom({ each: FORM_MAX_BYTES, all: FORMS_MAX_BYTES });
  const limit = limitBody<Env>(FORM_MAX_BYTES, forms, (call) => readSecret(context, call), {
    tooLarge: () => html(<TooLargePage />, 413),
    tooMany: () => html(<BusyPage />, 429),
  });
  // Before anything is read: who is nobody sends nothing that is kept in memory.
  for (const path of [REQUEST, `${REQUEST}/rascunho`, `${REQUEST}/resposta-guardada`])
    routes.post(path, async (call, next) => {
      const session = await findClerkSession(context, readSecret(context, call));
      return session.status === 'signedOut' ? goToSignIn(call.req.param('reference')) : next();
    });

  routes.post(REQUEST, limit, async (call) => {
    const posted = await readPostedAct(call.req.raw);
    if (!posted) return html(<RefusedPage />, 400);
    const session = await findClerkSession(context, readSecret(context, call));
    const reference = call.req.param('reference');
    if (session.status === 'signedIn') return doPosted(context, session.clerk, reference, posted);
    if (session.status === 'ended') await keepPosted(context, session.clerk, reference, posted);
    return html(<KeptPage reference={reference} posted={posted} />, 401);
  });

  // By the button without a script, and by itself with one, which wants no page.
  routes.post(`${REQUEST}/rascunho`, limit, async (call) => {
    const posted = await readPostedAct(call.req.raw);
    if (!posted) return html(<RefusedPage />, 400);
    const session = await findClerkSession(context, readSecret(context, call));
    const reference = call.req.param('reference');
    if (session.status === 'signedOut') return goToSignIn(reference);
    await keepPosted(context, session.clerk, reference, posted);
    if (session.status === 'ended') return html(<KeptPage reference={reference} posted={posted} />, 401);
    if (call.req.header('Accept') === 'application/json') return call.body(null, 204);
    return goTo(`${requestPath(reference, posted.place, { guardado: posted.action })}#${posted.action}`);
  });

  routes.get(`${REQUEST}/resposta-guardada`, (call) =>
    goTo(`/balcao/pedidos/${call.req.param('reference')}`),
  );

  routes.post(`${REQUEST}/resposta-guardada`, limit, async (call) => {
    const posted = await readPostedAct(call.req.raw);
    if (!posted) return html(<RefusedPage />, 400);
    const session = await findClerkSession(context, readSecret(context, call));
    const reference = call.req.param('reference');
    if (session.status === 'signedIn') return chooseReply(context, session.clerk, reference, posted);
    if (session.status === 'ended') await keepPosted(context, session.clerk, reference, posted);
    return html(<KeptPage reference={reference} posted={posted} />, 401);
  });

  routes.post(`${REQUEST}/desfazer`, SMALL_FORM, async (call) => {
    const clerk = await requireClerk(context, call);
    const { formulario, lista } = await readFields(call.req.raw, 'formulario', 'lista');
    if (!isId(formulario)) return html(<RefusedPage />, 400);
    const reference = call.req.param('reference');
    const { citizenId, request } = await requireRequest(context, clerk, reference);
    const named = { citizenId, id: request.id };
    const isBack = await takeBack(context.db, named, { userName: clerk.userName, key: formulario });
    const place = readPostedPlace(lista);
    return goTo(requestPath(reference, place, { desfeito: isBack ? 'sim' : 'tarde' }));
  });
}
