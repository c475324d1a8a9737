import type { ApiClient } from '../api/client.ts';
import { endSession, readSession } from '../api/session-calls.ts';
import type { Session, SignedInSession } from '../contract/types.ts';
import {
  type CurrentCitizen,
  type DeviceDatabase,
  forgetCitizen,
  mustSignOutFirst,
  noteSignedOut,
  readCurrentCitizen,
  rememberCitizen,
} from '../db/device-database.ts';
import { keepProfile } from '../db/facts.ts';
import { releaseWaiting } from '../db/outbox.ts';
import { setSession, setSessionStatus, useSession } from '../state/session.ts';
import type { CitizenHome } from './citizen-home.ts';

export type LeaveChoice = 'keep' | 'erase';

export interface SessionControl {
  /** Opens what the device remembers, without asking the server. */
  resume(): Promise<void>;
  /** Asks the server who is signed in and follows it. */
  reconcile(): Promise<void>;
  /** Another tab may have changed who is current. */
  followDevice(): Promise<void>;
  enter(session: SignedInSession, shared: boolean): Promise<void>;
  leave(choice: LeaveChoice): Promise<void>;
}

interface SessionParts {
  api: ApiClient;
  device: DeviceDatabase;
  home: CitizenHome;
  now: () => Date;
}

export function createSessionControl({ api, device, home, now }: SessionParts): SessionControl {
  let turn: Promise<unknown> = Promise.resolve();
  let asking: Promise<void> | null = null;
  /** Grows when the citizen signs in or out: an answer that was on its way meanwhile is old. */
  let changes = 0;

  /** One change of citizen at a time, or two of them could each open half. */
  function inTurn<T>(task: () => Promise<T>): Promise<T> {
    const mine = turn.then(task, task);
    turn = mine.catch(() => undefined);
    return mine;
  }

  async function show(citizen: CurrentCitizen | null): Promise<void> {
    const before = useSession.getState();
    const isSame = before.citizen?.id === citizen?.id;
    const keepsStatus = isSame && before.status !== 'unknown';
    const status = keepsStatus ? before.status : citizen ? 'unknown' : 'signedOut';
    // A name never stands on the screen without its database.
    if (!citizen) setSession({ citizen, status });
    await home.become(citizen);
    setSession({ citizen, status });
  }

  async function signIn(session: SignedInSession, shared: boolean): Promise<void> {
    const citizen = { ...session.citizen, shared };
    await rememberCitizen(device, citizen);
    await show(citizen);
    const db = home.database();
    if (!db) return;
    await keepProfile(db, session);
    setSessionStatus('signedIn');
    await releaseWaiting(db, now());
  }

  async function follow(session: Session): Promise<void> {
    const current = await readCurrentCitizen(device);
    if (session.status === 'signedIn') await signIn(session, current?.shared ?? false);
    else setSessionStatus(current ? 'ended' : 'signedOut');
  }

  /** A citizen who signed out while the server was out of reach is signed out there before anything else is asked. */
  async function signOutFirst(): Promise<boolean> {
    if (!(await mustSignOutFirst(device))) return true;
    const outcome = await endSession(api);
    if (outcome.kind !== 'accepted') return false;
    await noteSignedOut(device);
    return true;
  }

  async function ask(): Promise<void> {
    const asOf = changes;
    if (!(await signOutFirst())) return;
    const outcome = await readSession(api);
    if (outcome.kind !== 'accepted') return;
    await inTurn(async () => {
      if (asOf === changes) await follow(outcome.value);
    });
  }

  function reconcile(): Promise<void> {
    asking ??= ask().finally(() => {
      asking = null;
    });
    return asking;
  }

  return {
    resume: () => inTurn(async () => show(await readCurrentCitizen(device))),
    reconcile,
    async followDevice() {
      await inTurn(async () => show(await readCurrentCitizen(device)));
      const { citizen, status } = useSession.getState();
      if (citizen && status !== 'signedIn') await reconcile();
    },
    enter(session, shared) {
      changes += 1;
      return inTurn(() => signIn(session, shared));
    },
    leave(choice) {
      changes += 1;
      return inTurn(async () => {
        const db = home.database();
        await show(null);
        // Marked before the server is asked: a tab closed in between must not leave the cookie alive.
        await forgetCitizen(device, true);
        if (choice === 'erase') await db?.delete();
        await signOutFirst();
      });
    },
  };
}
