import type { HttpHandler } from 'msw';
import {
  cmdBody,
  codeBody,
  passwordBody,
  readBody,
  recoveredPasswordBody,
  recoveryBody,
} from '../../contract/bodies/bodies.ts';
import { problem } from '../../contract/problem.ts';
import type { Backend } from '../backend.ts';
import { finishCmdSignIn, startCmdSignIn } from '../cmd-sign-in.ts';
import { contractHttp as http } from '../http-of-contract.ts';
import { confirmErased, leavingHeaders, openedHeaders, signOut } from '../open-session.ts';
import { finishRecovery, startRecovery } from '../own-password.ts';
import { confirmCode, sendNewCode, startPasswordSignIn } from '../password-sign-in.ts';
import { describeSession, describeSignedIn, findSession, requireReader, sessionHeaders } from '../session.ts';

export function sessionHandlers(backend: Backend): HttpHandler[] {
  return [
    http.get('/session', async ({ request, response }) => {
      const session = await backend.run((call) => describeSession(call, request));
      return response(200).json(session);
    }),

    http.delete('/session', async ({ request, response, query }) => {
      const stays = query.get('idle') === 'true' ? 'idle' : query.get('keeps') === 'true' ? 'ended' : null;
      const isForgotten = await backend.run((call) => signOut(call, request, stays));
      const cookies = leavingHeaders({ session: isForgotten, ticket: isForgotten || stays !== 'idle' });
      const forgets = query.get('forget') === 'device';
      const clearing = forgets ? { 'Clear-Site-Data': '"cache", "storage"' } : {};
      return response(204).empty({ headers: { ...cookies, ...clearing } });
    }),

    http.post('/session/erased', async ({ request, response }) => {
      const isForgotten = await backend.run((call) => confirmErased(call, request));
      const cookies = leavingHeaders({ session: isForgotten, ticket: isForgotten });
      return response(204).empty({ headers: cookies });
    }),

    http.post('/session/password', async ({ request, response }) => {
      const body = await readBody(request, passwordBody);
      const begun = await backend.run((call) => startPasswordSignIn(call, request, body()));
      if (begun instanceof Response) return response.untyped(begun);
      const headers = begun.id === null ? {} : sessionHeaders(begun.id);
      return response(200).json(begun.session, { headers });
    }),

    http.post('/session/code', async ({ request, response }) => {
      const body = await readBody(request, codeBody);
      const opened = await backend.run((call) => confirmCode(call, request, body()));
      if (opened instanceof Response) return response.untyped(opened);
      return response(200).json(opened.session, { headers: openedHeaders(opened) });
    }),

    http.post('/session/code/new', async ({ request, response }) => {
      const waiting = await backend.run((call) => sendNewCode(call, request));
      return waiting instanceof Response ? response.untyped(waiting) : response(200).json(waiting);
    }),

    http.post('/session/recovery', async ({ request, response }) => {
      const body = await readBody(request, recoveryBody);
      const begun = await backend.run((call) => startRecovery(call, request, body().niss));
      if (begun instanceof Response) return response.untyped(begun);
      return response(204).empty({ headers: sessionHeaders(begun) });
    }),

    http.post('/session/recovery/password', async ({ request, response }) => {
      const body = await readBody(request, recoveredPasswordBody);
      const refusal = await backend.run((call) => finishRecovery(call, request, body()));
      return refusal ? response.untyped(refusal) : response(204).empty();
    }),

    http.post('/session/cmd', async ({ request, response }) => {
      const { sessionId, authorizeUrl, state } = await backend.run((call) => startCmdSignIn(call, request));
      return response(200).json({ authorizeUrl, state }, { headers: sessionHeaders(sessionId) });
    }),

    http.post('/session/cmd/return', async ({ request, response }) => {
      const body = await readBody(request, cmdBody);
      const opened = await backend.run((call) => finishCmdSignIn(call, request, body()));
      if (opened instanceof Response) return response.untyped(opened);
      return response(200).json(opened.session, { headers: openedHeaders(opened) });
    }),

    http.post('/session/extension', async ({ request, response }) => {
      const session = await backend.run(async (call) => {
        await requireReader(call, request);
        const row = await findSession(call, request);
        if (row?.stage !== 'signedIn') throw problem('signed-out');
        return describeSignedIn(call, row);
      });
      return response(200).json(session);
    }),
  ];
}
