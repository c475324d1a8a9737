import type { ApiClient } from '../../api/client.ts';
import { readSession } from '../../api/session-calls.ts';
import { type CurrentDatabase, createCurrentDatabase } from '../../db/core/database-context.ts';
import type { Clock } from '../../lib/clock.ts';
import { deviceExists } from '../../lib/database-names.ts';
import { maySomebodyBeHere } from '../../lib/start-hint.ts';
import { tellSession, useSession } from '../../state/session.ts';
import type { PageSession } from '../session/session-control.ts';
import { fetchPersonalShell } from '../shell/personal-parts.ts';
import type { BeginSync, OpenSession } from './open-session.ts';

interface AppSessionOptions {
  api: ApiClient;
  clock: Clock;
  beginSync: BeginSync;
  /** When what the first page does not need may begin. */
  painted: Promise<void>;
}

/** Who is here stands in `state/session.ts`; this finds it out and changes it. */
export interface AppSession extends PageSession, CurrentDatabase {
  /** Resolves when it is known who is here. Nothing is opened where nobody ever was. */
  whoIsHere(): Promise<void>;
  /** Sends for what reads and writes databases, and for what the shell shows of whoever is here. */
  expectSomebody(): void;
  /** Opens the device's database, if it is not open yet. */
  open(): Promise<OpenSession>;
  /** Resolves when that has happened, by whomever it was asked for. */
  opened: Promise<OpenSession>;
  stop(): Promise<void>;
}

/**
 * The session of a device on which nobody may be known: what opens databases is neither fetched nor run before somebody is there, or comes.
 */
export function createAppSession({ api, clock, beginSync, painted }: AppSessionOptions): AppSession {
  const current = createCurrentDatabase();
  let opening: Promise<OpenSession> | null = null;
  let noteOpened: (session: OpenSession) => void = () => undefined;
  const opened = new Promise<OpenSession>((resolve) => {
    noteOpened = resolve;
  });

  async function fetchCode() {
    const [code] = await Promise.all([import('./open-session.ts'), fetchPersonalShell()]);
    return code;
  }

  async function openNow(): Promise<OpenSession> {
    const { openSession } = await fetchCode();
    const session = await openSession({ api, clock, current, beginSync, painted });
    noteOpened(session);
    return session;
  }

  function open(): Promise<OpenSession> {
    opening ??= openNow().catch((error: unknown) => {
      // Its code may come at the next press.
      opening = null;
      throw error;
    });
    return opening;
  }

  const isOpen = () => opening !== null;
  const control = async () => (await open()).control;

  return {
    database: current.database,
    subscribe: current.subscribe,
    async whoIsHere() {
      // Asked also where the hint has the answer: the first question wakes what keeps the databases, which takes the browser as long as the
      // code that opens them takes to come.
      const exists = isOpen() || deviceExists(clock);
      if (!maySomebodyBeHere() && !(await exists) && !isOpen()) return tellSession({ type: 'nobodyFound' });
      const { settled } = await control();
      // Somebody may just be leaving, and another coming.
      if (useSession.getState().status === 'unknown') await settled();
    },
    expectSomebody() {
      // Whoever needs it waits for it too, and says when it does not come.
      void fetchCode().catch(() => undefined);
    },
    open,
    opened,
    async reconcile() {
      if (!isOpen()) {
        const outcome = await readSession(api);
        // Who has come meanwhile has been asked for anew.
        if (outcome.kind !== 'accepted' || isOpen()) return;
        const { status } = outcome.value;
        if (status !== 'signedIn' && status !== 'mustErase') return tellSession({ type: 'signedOut' });
      }
      await (await control()).reconcile();
    },
    enter: async (...given) => (await control()).enter(...given),
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
