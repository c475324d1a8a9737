import type { Session, SignedInSession } from '../../../contract/types.ts';
import { extendSession, readSession } from '../../api/session-calls.ts';
import { beginSession, idleTimeLeft, noteActivity, readActivity } from '../../db/core/activity.ts';
import {
  askToSignOutFirst,
  type CurrentCitizen,
  findOccupants,
  readOccupants,
} from '../../db/core/device-database.ts';
import { keepProfile, readProfile } from '../../db/core/metadata.ts';
import { endQuietly } from '../../db/core/storage-errors.ts';
import { isMemoryOnly } from '../../db/core/storage-trouble.ts';
import { releaseWaiting } from '../../db/outbox/outbox.ts';
import { eraseForgotten, type LeaveChoice, noteLeaving } from '../../db/storage/forget-citizen.ts';
import { tellSession, useSession } from '../../state/session.ts';
import { createGuestControl } from './guest-control.ts';
import { showSessionNotice } from './session-notice.ts';
import { adopt, markIfShared, type Place, showWhoIsHere, tellSignedOut } from './session-scope.ts';
import { createSignOutFirst } from './sign-out-first.ts';

/** What pages may do to the session. */
export interface SessionChanges {
  /** Asks the server who is signed in, and follows its answer. */
  reconcile(): Promise<void>;
  /** `draftId`: the draft that a guest has written and signs in to send. */
  enter(session: SignedInSession, shared: boolean, draftId?: string): Promise<void>;
  /** Resolves to whether what was to be erased is: the code for that may not come. */
  leave(choice: LeaveChoice): Promise<boolean>;
  /** *Começar um pedido sem iniciar sessão*; on a shared device the guest stays for as long as the tab is open. */
  beginAsGuest(shared: boolean): Promise<void>;
  /** *Apagar e sair*, for a guest on a shared device. */
  leaveAsGuest(): Promise<void>;
  /** Called when nothing is left of what a guest has begun. */
  noteGuestAdopted(): Promise<void>;
  /** **Continuar com sessão iniciada**: gives one whole idle time more, in all tabs. */
  stay(): Promise<void>;
}

export interface SessionControl extends SessionChanges {
  /** Opens what the device remembers, without asking the server. */
  resume(): Promise<void>;
  /** Called when another tab may have changed who is current. */
  followDevice(): Promise<void>;
  /** Tells the server that the citizen is still there. */
  extend(): Promise<void>;
  /** Called when nobody has pressed anything for the whole idle time. */
  endIdle(): Promise<void>;
  /** Resolves when no change of citizen is under way. */
  settled(): Promise<unknown>;
}

export function createSessionControl(place: Place): SessionControl {
  const { api, device, scope, now } = place;
  let turn: Promise<unknown> = Promise.resolve();
  let asking: Promise<void> | null = null;
  const signOutFirst = createSignOutFirst(api, device);
  const showCurrent = () => showWhoIsHere(place);
  const guests = createGuestControl(place);
  /** Grows when the citizen signs in or out: an answer that was on its way meanwhile is old. */
  let changes = 0;

  /** Runs one change of citizen at a time: of two at once, each could open half of its databases. */
  function inTurn<T>(task: () => Promise<T>): Promise<T> {
    const mine = turn.then(task);
    turn = mine.catch(() => undefined);
    return mine;
  }

  async function signIn(
    session: SignedInSession,
    shared: boolean,
    { draftId, before }: { draftId?: string | undefined; before?: CurrentCitizen | null },
  ): Promise<void> {
    const citizen = { ...session.citizen, shared };
    const idleMinutes = session.idleMinutes[shared ? 'shared' : 'own'];
    await markIfShared(citizen);
    if (!(await beginSession(device, citizen, { idleMinutes, now: now(), before }))) return;
    if (draftId) await adopt(citizen.id, draftId, now());
    await showCurrent();
    const db = scope.database();
    // Another citizen may have signed in in another tab meanwhile.
    if (db?.citizenId !== citizen.id) return;
    await keepProfile(db, session).catch(endQuietly);
    tellSession({ type: 'signedIn' });
    await releaseWaiting(db, now()).catch(endQuietly);
    await eraseForgotten(device);
  }

  async function follow(session: Session, current: CurrentCitizen | null): Promise<void> {
    if (session.status === 'mustErase')
      return import('./erase-as-told.ts').then((code) => code.eraseAsTold(place, session.citizenId));
    if (session.status !== 'signedIn') {
      // Somebody may have left in another tab.
      if (!current) await showCurrent();
      return tellSignedOut(scope);
    }
    // What the citizen said here about a shared device counts; for a citizen whom the device does not know, what the server says.
    const { shared } = session.citizen.id === current?.id ? current : session;
    await signIn(session, shared, { before: current });
  }

  async function ask(): Promise<void> {
    const asOf = changes;
    const { current: before } = await readOccupants(device);
    if (!(await signOutFirst())) return;
    const db = scope.database();
    const outcome = await readSession(api, (db && (await readProfile(db))) ?? undefined);
    if (outcome.kind !== 'accepted') return;
    await inTurn(async () => {
      // Somebody may have signed in or out in another tab meanwhile, which makes the answer old as well.
      const { current, signOutFirst: isLeaving } = await readOccupants(device);
      if (asOf === changes && current?.id === before?.id && !isLeaving) await follow(outcome.value, current);
    });
  }

  function reconcile(): Promise<void> {
    asking ??= ask().finally(() => {
      asking = null;
    });
    return asking;
  }

  /** `mustTell`: whether the note ends with the page. At an idle end it may: the server ends by itself a session that nobody uses. */
  async function leave(choice: LeaveChoice, mustTell?: boolean): Promise<boolean> {
    // The sign-out is marked before the server is asked: a tab closed in between must leave neither words nor the cookie behind.
    const left = await (mustTell ? Promise.reject() : noteLeaving(device, choice)).catch(() =>
      import('./leave-full-device.ts').then((code) => code.leaveFullDevice(place, choice)),
    );
    if (left && !left.isNoted) return left.isErased;
    await showCurrent();
    const isErased = await eraseForgotten(device);
    await signOutFirst();
    return isErased && (!left || left.isErased);
  }

  async function end(): Promise<void> {
    const { citizen, isShared, status } = useSession.getState();
    const activity = await readActivity(device);
    // Another tab may meanwhile have extended the session, or ended it.
    if (!activity || idleTimeLeft(activity, now()) > 0) return;
    if (!citizen) {
      await guests.leave();
      return void showSessionNotice('ended.guestIdle');
    }
    if (status === 'ended' && !isShared) return;
    changes += 1;
    if (isShared && (await leave('erase'))) void showSessionNotice('ended.idle');
    if (isShared) return;
    await askToSignOutFirst(device).catch(endQuietly);
    await tellSignedOut(scope).catch(endQuietly);
    await signOutFirst();
  }

  async function extend(): Promise<void> {
    // A guest has no session that the server knows of.
    if (useSession.getState().status === 'guest') return;
    const outcome = await extendSession(api);
    const isTheirs = outcome.kind === 'accepted' && outcome.value.citizen.id === scope.database()?.citizenId;
    if (!isTheirs && outcome.kind !== 'unreachable') await reconcile();
  }

  return {
    resume: () =>
      inTurn(async () => {
        const idle = await guests.findIdle();
        const { current, toErase } = await findOccupants(device);
        if (toErase.length > 0) await eraseForgotten(device);
        if (current?.shared || idle.length > 0)
          await import('./who-left.ts').then((code) => code.eraseWhoLeft(place, idle));
        await showCurrent();
      }),
    reconcile,
    async followDevice() {
      await inTurn(showCurrent);
      await asking;
      const { citizen, isSignedIn } = useSession.getState();
      if (citizen && !isSignedIn) await reconcile();
    },
    enter(session, shared, draftId) {
      changes += 1;
      return inTurn(() => signIn(session, shared, { draftId }));
    },
    leave(choice) {
      changes += 1;
      return inTurn(() => leave(choice, isMemoryOnly()));
    },
    beginAsGuest: (shared) => inTurn(() => guests.begin(shared)),
    leaveAsGuest: () => inTurn(guests.leave),
    noteGuestAdopted: () => inTurn(guests.noteAdopted),
    extend,
    async stay() {
      await noteActivity(device, now());
      await extend();
    },
    endIdle: () => inTurn(end),
    settled: () => turn,
  };
}
