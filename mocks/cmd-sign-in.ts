import { problem } from '../contract/problem.ts';
import { STATE_LIFE_MS } from '../domain/sign-in-tries.ts';
import { simulatedNiss } from '../domain/simulator.ts';
import type { Call } from './call.ts';
import { type Opened, openSession } from './open-session.ts';
import { newSessionId, sessionIdOf } from './session.ts';

const CMD_PAGE = '/demo/cmd';

// States and used codes share a table, so the keys keep a code from being taken for a state.
const stateKey = (state: string) => `state/${state}`;
const codeKey = (code: string) => `code/${code}`;

export interface CmdStart {
  sessionId: string;
  state: string;
  authorizeUrl: string;
}

/** Starts a sign-in and ends no session: a citizen who presses *Cancelar* at the provider is where they were. */
export async function startCmdSignIn(call: Call, request: Request): Promise<CmdStart> {
  const sessionId = sessionIdOf(request) || newSessionId(request);
  const state = crypto.randomUUID().replaceAll('-', '');
  await call.tx.put('cmdStates', stateKey(state), { sessionId, issuedAt: call.realNow });
  return { sessionId, state, authorizeUrl: `${CMD_PAGE}?state=${state}` };
}

/** Finishes a sign-in. A state works once, whatever comes of it, so a refusal is returned and not thrown. */
export async function finishCmdSignIn(
  call: Call,
  request: Request,
  back: { code: string; state: string; shared: boolean },
): Promise<Opened | Response> {
  const issued = await call.tx.get('cmdStates', stateKey(back.state));
  if (!issued || issued.sessionId !== sessionIdOf(request)) return problem('wrong-state');
  await call.tx.remove('cmdStates', stateKey(back.state));
  if (issued.issuedAt + STATE_LIFE_MS <= call.realNow) return problem('wrong-state');
  if (await call.tx.get('cmdStates', codeKey(back.code))) return problem('cmd-refused');
  const niss = simulatedNiss(back.code);
  const citizenId = niss === undefined ? undefined : await call.tx.get('citizenIdsByNiss', niss);
  if (citizenId === undefined) return problem('cmd-refused');
  await call.tx.put('cmdStates', codeKey(back.code), issued);
  return openSession(call, request, { citizenId, way: 'cmd', shared: back.shared });
}
