import { createMemoryStore } from '../../mocks/memory-store.ts';
import { createMockServer } from '../../mocks/server.ts';
import { type ApiClient, createApiClient } from '../api/client.ts';
import { confirmCode, readSession, startPasswordSignIn } from '../api/session-calls.ts';
import type { Server } from '../contract/server.ts';

export const PRETEND_ORIGIN = 'http://e-clic.test';

export interface PretendAccount {
  api: ApiClient;
  server: Server;
  citizenId: string;
}

/** The pretend server with Maria signed in: what any device of hers would talk to. */
export async function signInMaria(now: () => Date): Promise<PretendAccount> {
  const server = createMockServer(createMemoryStore(), () => now().getTime());
  const api = createApiClient(PRETEND_ORIGIN, server);
  await startPasswordSignIn(api, { niss: '10000000000', password: 'Demonstracao1' });
  await confirmCode(api, '123456');
  const session = await readSession(api);
  if (session.kind !== 'accepted' || session.value.status !== 'signedIn') {
    throw new Error('Maria could not sign in');
  }
  return { api, server, citizenId: session.value.citizen.id };
}
