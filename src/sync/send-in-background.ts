import { nextDueAt, resetOutboxBackoff, UNTIL_SIGNED_IN } from '../db/outbox/outbox.ts';
import type { Clock } from '../lib/clock.ts';
import { push } from './push.ts';
import type { SyncContext } from './sync-context.ts';
import { syncLockOf, takeTurn } from './take-turn.ts';

/** Entries that are due later than this are left to the browser's next try. */
const MAX_PAUSE_MS = 20_000;
/** The shortest pause between two rounds, whatever is due. */
const LEAST_PAUSE_MS = 500;

interface BackgroundOptions extends Pick<SyncContext, 'db' | 'api' | 'device' | 'random'> {
  clock: Clock;
  /** Undefined in browsers without Web Locks. */
  locks: LockManager | undefined;
  /** Whether a page is visible: then a failed entry is tried again as soon as that page would try it. */
  isVisible: boolean;
  /** Returns whether the citizen is still here: whoever signs out meanwhile ends the work. */
  isHere: () => Promise<boolean>;
  /** Ends the work at the next safe place. */
  signal: AbortSignal;
}

/** `sent`: nothing is left that this build can send. `signedOut`: the rest waits for a sign-in of its owner. `waiting`: another try may get it through. */
type BackgroundOutcome = 'sent' | 'signedOut' | 'waiting';

/** Sends what waits, as a tab does and in turn with the tabs, until it is sent or `signal` aborts. It does not read the feed: pages do that. */
export async function sendInBackground(options: BackgroundOptions): Promise<BackgroundOutcome> {
  const { db, clock, locks, signal } = options;
  const { now } = clock;
  const context: SyncContext = {
    ...options,
    now,
    isVisible: () => options.isVisible,
    isStopping: () => signal.aborted,
    accountRest: { failures: 0, until: 0 },
  };

  let mayGoOn = true;

  async function round(): Promise<void> {
    // Somebody may have signed out while a tab had its turn, or during a pause.
    mayGoOn = await options.isHere();
    if (mayGoOn && !signal.aborted) await push(context);
  }

  // The browser starts this work because there is a connection, as its event `online` tells a page.
  await resetOutboxBackoff(db, now());
  while (!signal.aborted) {
    await takeTurn(locks, syncLockOf(db), round, signal).catch((error: unknown) => {
      // A tab held the lock until `signal` aborted.
      if (!signal.aborted) throw error;
    });
    const dueAt = await nextDueAt(db);
    if (dueAt === undefined) return 'sent';
    if (dueAt === UNTIL_SIGNED_IN.nextAttemptAt) return 'signedOut';
    const pauseMs = dueAt - now().getTime();
    if (pauseMs > MAX_PAUSE_MS || signal.aborted || !mayGoOn) return 'waiting';
    await pause(clock, Math.max(pauseMs, LEAST_PAUSE_MS), signal);
  }
  return 'waiting';
}

function pause(clock: Clock, ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const cancel = clock.after(ms, resolve);
    signal.addEventListener('abort', () => {
      cancel();
      resolve();
    });
  });
}
