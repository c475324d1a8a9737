import { randomBytes } from 'node:crypto';
import { problem } from '../../contract/problem.ts';
import { STATE_LIFE_MS } from '../../domain/sign-in-tries.ts';
import { browserOf, type Caller } from '../caller.ts';
import type { Context } from '../context.ts';
import { knowConfirmed } from '../know-citizen.ts';
import { hashSecret } from '../seal.ts';
import { type Opened, openSession } from './open-session.ts';
import type { ProviderWay } from './sign-in-ways.ts';

const STATE_BYTES = 16;
/** How long the server knows that a code was used; no provider's code lives that long. */
const CODE_KNOWN_MS = 24 * 60 * 60_000;

export interface CmdStart {
  /** Null: the browser has a cookie already, by which it is recognized. */
  cookieValue: string | null;
  state: string;
  authorizeUrl: string;
}

/** Ends no session: whoever presses *Cancelar* at the provider is still signed in as before. */
export async function startCmdSignIn(context: Context, caller: Caller): Promise<CmdStart> {
  const { db, clocks, seal } = context;
  const provider = requireProvider(context);
  const { browserHash, value } = browserOf(caller);
  const state = randomBytes(STATE_BYTES).toString('hex');
  const { authorizeUrl, kept } = await provider.begin(state);
  const now = clocks.now();
  await db
    .insertInto('cmdStates')
    .values({ stateHash: hashSecret(state), browserHash, issuedAt: now, keptSealed: seal.seal(kept, state) })
    .execute();
  return { cookieValue: value, state, authorizeUrl };
}

/** Deletes old states, and codes that no provider would take any more. It does not wait for the night: anybody can begin sign-ins without end. */
export async function forgetOldStates({ db, clocks }: Context): Promise<void> {
  const now = clocks.now();
  await db
    .deleteFrom('cmdStates')
    .where('issuedAt', '<=', now - STATE_LIFE_MS)
    .execute();
  await db
    .deleteFrom('cmdCodes')
    .where('usedAt', '<=', now - CODE_KNOWN_MS)
    .execute();
}

/** State and code work once, whatever comes of it. */
export async function finishCmdSignIn(
  context: Context,
  caller: Caller,
  back: { code: string; state: string; shared: boolean },
): Promise<Opened> {
  const provider = requireProvider(context);
  const kept = await takeState(context, caller, back.state);
  await takeCode(context, back.code);
  const confirmed = await provider.confirm(back, kept);
  if (!confirmed) throw problem('cmd-refused');
  return context.db.transaction().execute(async (tx) => {
    const citizenId = await knowConfirmed(tx, context.seal, confirmed);
    return openSession(context, tx, caller, { citizenId, way: 'cmd', shared: back.shared });
  });
}

function requireProvider({ ways }: Context): ProviderWay {
  if (!ways.provider) throw problem('unavailable');
  return ways.provider;
}

/** Takes what was kept for the way back from the provider. */
async function takeState({ db, clocks, seal }: Context, { cookie }: Caller, state: string): Promise<string> {
  const issued =
    cookie &&
    (await db
      .deleteFrom('cmdStates')
      .where('stateHash', '=', hashSecret(state))
      .where('browserHash', '=', cookie.secretHash)
      .returning(['issuedAt', 'keptSealed'])
      .executeTakeFirst());
  if (!issued || issued.issuedAt + STATE_LIFE_MS <= clocks.now()) throw problem('wrong-state');
  return seal.open(issued.keptSealed, state);
}

async function takeCode({ db, clocks }: Context, code: string): Promise<void> {
  const used = await db
    .insertInto('cmdCodes')
    .values({ codeHash: hashSecret(code), usedAt: clocks.now() })
    .onConflict((conflict) => conflict.doNothing())
    .returning('usedAt')
    .executeTakeFirst();
  if (!used) throw problem('cmd-refused');
}
