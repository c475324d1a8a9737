import type { Context as Call, Hono } from 'hono';
import {
  cmdBody,
  codeBody,
  passwordBody,
  readBody,
  recoveredPasswordBody,
  recoveryBody,
} from '../../contract/bodies/bodies.ts';
import { LISTED_MS, TICKET_LASTS_S } from '../../domain/session-life.ts';
import { clearCookies, clearTicket, type Env, readCaller, sendCookie, sendTicket } from '../caller.ts';
import { citizenOf } from '../citizens.ts';
import type { Context } from '../context.ts';
import { finishCmdSignIn, startCmdSignIn } from '../sessions/cmd-sign-in.ts';
import { describeSession, describeSignedIn } from '../sessions/describe.ts';
import { confirmErased, type Opened, signOut } from '../sessions/open-session.ts';
import { confirmCode, sendNewCode, startPasswordSignIn } from '../sessions/password-sign-in.ts';
import { finishRecovery, startRecovery } from '../sessions/recover-password.ts';
import { requireReader } from '../sessions/who.ts';

/** How long a citizen's own device is recognized: as long as it may be told to erase. */
const COOKIE_LASTS_S = LISTED_MS / 1000;

export function sessionRoutes(app: Hono<Env>, context: Context): void {
  async function welcome(call: Call<Env>, opened: Opened): Promise<Response> {
    const { cookieValue, ticketValue, session, citizen } = opened;
    sendCookie(context, call, cookieValue, session.shared ? null : COOKIE_LASTS_S);
    if (ticketValue === null) clearTicket(context, call);
    else sendTicket(context, call, ticketValue, TICKET_LASTS_S);
    return call.json(await describeSignedIn(context, session, citizen));
  }

  app.get('/session', async (call) => call.json(await describeSession(context, readCaller(context, call))));

  app.delete('/session', async (call) => {
    const isSaid = (name: string) => call.req.query(name) === 'true';
    const stays = isSaid('idle') ? 'idle' : isSaid('keeps') ? 'ended' : null;
    const isForgotten = await signOut(context, readCaller(context, call), stays);
    if (isForgotten) clearCookies(context, call);
    else if (stays !== 'idle') clearTicket(context, call);
    if (call.req.query('forget') === 'device') call.header('Clear-Site-Data', '"cache", "storage"');
    return call.body(null, 204);
  });

  app.post('/session/erased', async (call) => {
    if (await confirmErased(context, readCaller(context, call))) clearCookies(context, call);
    return call.body(null, 204);
  });

  app.post('/session/password', async (call) => {
    const body = await readBody(call.req.raw, passwordBody);
    const begun = await startPasswordSignIn(context, readCaller(context, call), body());
    if (begun instanceof Response) return begun;
    if (begun.cookieValue !== null) sendCookie(context, call, begun.cookieValue, null);
    return call.json(begun.session);
  });

  app.post('/session/code', async (call) => {
    const body = await readBody(call.req.raw, codeBody);
    const opened = await confirmCode(context, readCaller(context, call), body());
    return opened instanceof Response ? opened : welcome(call, opened);
  });

  app.post('/session/code/new', async (call) => {
    const begun = await sendNewCode(context, readCaller(context, call));
    return begun instanceof Response ? begun : call.json(begun.session);
  });

  app.post('/session/recovery', async (call) => {
    const body = await readBody(call.req.raw, recoveryBody);
    const begun = await startRecovery(context, readCaller(context, call), body().niss);
    if (begun instanceof Response) return begun;
    if (begun.cookieValue !== null) sendCookie(context, call, begun.cookieValue, null);
    return call.body(null, 204);
  });

  app.post('/session/recovery/password', async (call) => {
    const body = await readBody(call.req.raw, recoveredPasswordBody);
    const refusal = await finishRecovery(context, readCaller(context, call), body());
    return refusal ?? call.body(null, 204);
  });

  app.post('/session/cmd', async (call) => {
    const { cookieValue, authorizeUrl, state } = await startCmdSignIn(context, readCaller(context, call));
    if (cookieValue !== null) sendCookie(context, call, cookieValue, null);
    return call.json({ authorizeUrl, state });
  });

  app.post('/session/cmd/return', async (call) => {
    const body = await readBody(call.req.raw, cmdBody);
    return welcome(call, await finishCmdSignIn(context, readCaller(context, call), body()));
  });

  app.post('/session/extension', async (call) => {
    const session = await requireReader(context, readCaller(context, call));
    const citizen = await citizenOf(context.db, session.citizenId);
    return call.json(await describeSignedIn(context, session, citizen));
  });
}
