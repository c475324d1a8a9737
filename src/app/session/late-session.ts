import type { ApiClient } from '../../api/client.ts';
import { readSession } from '../../api/session-calls.ts';
import { deviceExists } from '../../db/core/device-exists.ts';
import type { Clock } from '../../lib/clock.ts';
import { mayBeKnownHere } from '../../lib/known-here.ts';
import { setSessionStatus } from '../../state/session.ts';
import type { SessionControl } from './session-control.ts';

/** What pages may ask of the session. */
export type PageSession = Pick<
  SessionControl,
  'enter' | 'leave' | 'beginAsGuest' | 'leaveAsGuest' | 'noteGuestAdopted' | 'stay' | 'reconcile'
>;

export interface LateSession extends PageSession {
  /** Resolves when it is known who is here. Nothing is opened where nobody ever was. */
  whoIsHere(): Promise<void>;
}

/**
 * The session of a device on which nobody may be known: what opens databases is neither fetched nor run before somebody is there, or comes.
 * `open` may be called often, and `isOpen` says whether it was.
 */
export function createLateSession(
  api: ApiClient,
  clock: Clock,
  open: () => Promise<{ control: SessionControl }>,
  isOpen: () => boolean,
): LateSession {
  const control = async () => (await open()).control;

  async function reconcile(): Promise<void> {
    if (!isOpen()) {
      const outcome = await readSession(api);
      // Who has come meanwhile has been asked for anew.
      if (outcome.kind !== 'accepted' || isOpen()) return;
      const { status } = outcome.value;
      if (status !== 'signedIn' && status !== 'mustErase') return setSessionStatus('signedOut');
    }
    await (await control()).reconcile();
  }

  return {
    async whoIsHere() {
      // Asked also where the mark has the answer: the first question wakes what keeps the databases, which takes the browser as long as the
      // code that opens them takes to come.
      const exists = isOpen() || deviceExists(clock);
      if (mayBeKnownHere() || (await exists)) await open();
    },
    reconcile,
    enter: async (...given) => (await control()).enter(...given),
    leave: async (choice) => (await control()).leave(choice),
    beginAsGuest: async (shared) => (await control()).beginAsGuest(shared),
    leaveAsGuest: async () => (await control()).leaveAsGuest(),
    noteGuestAdopted: async () => (await control()).noteGuestAdopted(),
    stay: async () => (await control()).stay(),
  };
}
