import type { Server } from '../contract/server.ts';
import type { Change } from '../contract/types.ts';
import { createMemoryStore } from '../mocks/memory-store.ts';
import { createMockServer } from '../mocks/server.ts';
import { readChanges } from '../src/api/change-calls.ts';
import { type ApiClient, createApiClient } from '../src/api/client.ts';
import { signInAtServer } from './sign-in.ts';

export const PRETEND_ORIGIN = 'http://e-clic.test';

export interface PretendAccount {
  api: ApiClient;
  server: Server;
  citizenId: string;
}

export const MARIA_NISS = '10000000000';
/** João may act for Alice and for the bakery. */
export const JOAO_NISS = '11000000007';

export function createPretendServer(now: () => Date): Server {
  return createMockServer(createMemoryStore(), () => now().getTime());
}

/** Signs somebody in at a server. Any device of theirs would talk to this server. */
export async function signInAs(niss: string, server: Server): Promise<PretendAccount> {
  const api = createApiClient(PRETEND_ORIGIN, server);
  const { citizen } = await signInAtServer(api, niss);
  return { api, server, citizenId: citizen.id };
}

export function signInMaria(now: () => Date): Promise<PretendAccount> {
  return signInAs(MARIA_NISS, createPretendServer(now));
}

/** Returns everything that a citizen's account holds, in the order of the changes. */
export async function readAccount({
  api,
  citizenId,
}: Pick<PretendAccount, 'api' | 'citizenId'>): Promise<Change[]> {
  const changes: Change[] = [];
  let cursor: string | null = null;
  for (let more = true; more; ) {
    const page = await readChanges(api, citizenId, cursor);
    if (page.kind !== 'accepted') throw new Error('The account cannot be read');
    changes.push(...page.value.changes);
    cursor = page.value.cursor;
    more = page.value.more;
  }
  return changes;
}
