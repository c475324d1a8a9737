import type { Session } from '../../../contract/types.ts';
import { type ApiClient, NETWORK_AWAY, type Outcome } from '../../api/client.ts';
import { readSession } from '../../api/session-calls.ts';
import type { Clock } from '../../lib/clock.ts';

interface Surroundings {
  api: ApiClient;
  clock: Clock;
}

/** Until its loader is done, a page that is loaded anew is white: on a line that stalls, for as long as a call may take. */
const ANSWER_WITHIN_MS = 3000;

/** Asks the server who is signed in, for a page that is shown without an answer too. */
export function readSessionSoon({ api, clock }: Surroundings): Promise<Outcome<Session>> {
  const unanswered = new Promise<Outcome<Session>>((resolve) => {
    clock.after(ANSWER_WITHIN_MS, () => resolve(NETWORK_AWAY));
  });
  return Promise.race([readSession(api), unanswered]);
}
