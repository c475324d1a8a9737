import { readSession } from '../../api/session-calls.ts';
import { createCurrentDatabase } from '../../db/core/database-context.ts';
import { deviceExists } from '../../lib/database-names.ts';
import { maySomebodyBeHere } from '../../lib/start-hint.ts';
import { tellSession } from '../../state/session.ts';
import { fetchPersonalShell } from '../shell/personal-parts.ts';
import type { PageSession } from '../shell/services.ts';
import type { OpenSession, SessionSurroundings } from './open-session.ts';

/** Finds out who is here, and changes it; the result stands in `state/session.ts`. */
export interface AppSession
  extends PageSession,
    Pick<ReturnType<typeof createCurrentDatabase>, 'beforeNobody'> {
  /** Opens the device's database, if it is not open yet. */
  open(): Promise<OpenSession>;
  stop(): Promise<void>;
}

/**
 * The session of a device on which nobody may be known. The code that opens databases is neither fetched nor run before somebody is known or
 * comes.
 */
export function createAppSession(given: Omit<SessionSurroundings, 'current'>): AppSession {
  const { api, clock } = given;
  const current = createCurrentDatabase();
  let opening: Promise<OpenSession> | null = null;

  const fetchCode = () => Promise.all([import('./open-session.ts'), fetchPersonalShell()]);

  function open(): Promise<OpenSession> {
    opening ??= fetchCode()
      .then(([{ openSession }]) => openSession({ ...given, current }))
      .catch((error: unknown) => {
        // The next press tries again to fetch the code.
        opening = null;
        throw error;
      });
    return opening;
  }

  const isOpen = () => opening !== null;
  const control = async () => (await open()).control;

  return {
    ...current,
    async whoIsHere() {
      // The browser is asked even where the hint has the answer: the first question wakes its database engine, which takes as long as fetching the
      // code that opens databases.
      const exists = isOpen() || deviceExists(clock);
      if (!maySomebodyBeHere() && !(await exists) && !isOpen()) return tellSession({ type: 'nobody' });
      await open();
    },
    prefetchSessionCode() {
      // `open` waits for the same code, and reports when it does not come.
      void fetchCode().catch(() => undefined);
    },
    open,
    async reconcile() {
      if (!isOpen()) {
        const outcome = await readSession(api);
        // For somebody who has come meanwhile the server is asked anew.
        if (outcome.kind !== 'accepted' || isOpen()) return;
        if (!['signedIn', 'mustErase'].includes(outcome.value.status)) return;
      }
      await (await control()).reconcile();
    },
    enter: async (...signedIn) => (await control()).enter(...signedIn),
    leave: async (choice) => (await control()).leave(choice),
    beginAsGuest: async (shared) => (await control()).beginAsGuest(shared),
    leaveAsGuest: async () => (await control()).leaveAsGuest(),
    noteGuestAdopted: async () => (await control()).noteGuestAdopted(),
    stay: async () => (await control()).stay(),
    async stop() {
      await (await opening)?.stop();
    },
  };
}
