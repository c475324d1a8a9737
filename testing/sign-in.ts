import type { SignedInSession } from '../contract/types.ts';
import type { ApiClient } from '../src/api/client.ts';
import { confirmCode, startPasswordSignIn } from '../src/api/sign-in-calls.ts';
import { tellSession } from '../src/state/session.ts';

export const MARIA = '10000000000';
export const JOAO = '11000000007';

/** Signs Maria in on this device only; no server is asked. */
export function beMaria({ shared = false } = {}) {
  const citizen = {
    id: 'c_maria',
    name: 'Maria Exemplo',
    maskedNiss: '…000',
    holder: 'person',
  } as const;
  tellSession({ type: 'citizen', citizen, isShared: shared, guestId: null });
  return citizen;
}

/** Signs a citizen in at the server only; no screen hears of it. */
export async function signInAtServer(api: ApiClient, niss = MARIA, shared = false): Promise<SignedInSession> {
  await startPasswordSignIn(api, { niss, password: 'Demonstracao1' });
  const outcome = await confirmCode(api, { code: '123456', shared });
  if (outcome.kind !== 'accepted') throw new Error('The sign-in was refused');
  return outcome.value;
}
