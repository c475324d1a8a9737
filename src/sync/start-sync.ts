import { liveQuery } from 'dexie';
import type { ApiClient } from '../api/client.ts';
import type { CitizenDatabase } from '../db/core/citizen-database.ts';
import { isSessionOver, readSyncState, readWake } from '../db/core/metadata.ts';
import { endQuietly } from '../db/core/storage-errors.ts';
import { hasAccountWork } from '../db/drafts/account-work.ts';
import { listDueDownloads, resetDownloadBackoff } from '../db/files/due-downloads.ts';
import { hasOutgoing, nextDueAt, resetOutboxBackoff, UNTIL_SIGNED_IN } from '../db/outbox/outbox.ts';
import { uncheckedBatches } from '../db/requests/unchecked-batches.ts';
import { pull, pullLimits } from './pull.ts';
import { MAX_WAIT_MS } from './retry.ts';
import type { SyncContext } from './sync-context.ts';
import { syncLockOf, takeTurn } from './take-turn.ts';

/** How often sync asks for news while the page is visible. */
const POLL_MS = 20_000;
/** How long after a change a draft is sent to the account: soon, but not with every pause between two words. */
const ACCOUNT_SAVE_MS = 3_000;

interface SyncOptions {
  db: CitizenDatabase;
  api: ApiClient;
  random?: () => number;
  surroundings?: Surroundings;
}

/** The interfaces of the browser; tests pass their own. */
interface Surroundings {
  /** Undefined in browsers without Web Locks. */
  locks: LockManager | undefined;
  page: Pick<Document, 'visibilityState' | 'addEventListener' | 'removeEventListener'>;
  network: Pick<EventTarget, 'addEventListener' | 'removeEventListener'>;
}

export interface SyncHandle {
  /** Resolves when the round in progress, if any, has come to a safe place. */
  stop(): Promise<void>;
}

/** Runs rounds (send what is due, read the feed) until stopped: one at a time in this tab, and one at a time among all tabs. */
export function startSync(options: SyncOptions): SyncHandle {
  const { db, api, random = Math.random } = options;
  const now = () => new Date();
  const { locks, page, network }: Surroundings = options.surroundings ?? {
    locks: navigator.locks,
    page: document,
    network: window,
  };
  let isStopping = false;
  /** An instant of `performance.now`, like the alarm's. */
  let restsUntil = 0;
  let alarm: { ringsAt: number; timer: ReturnType<typeof setTimeout> } | null = null;
  let running: Promise<void> | null = null;
  let isAskedAgain = false;
  const beside = new Map<() => Promise<void>, Promise<void>>();

  const context: SyncContext = {
    db,
    api,
    now,
    random,
    isVisible: () => page.visibilityState === 'visible',
    isStopping: () => isStopping,
    accountRest: { failures: 0, until: 0 },
  };

  async function round(): Promise<void> {
    await takeTurn(locks, syncLockOf(db), async () => {
      // Entries are looked at also where none seems due: that finds out that the clock was set back.
      const hasEntries = await hasOutgoing(db);
      if (isStopping) return;
      try {
        if (hasEntries || (!(await isSessionOver(db)) && (await hasAccountWork(db)))) {
          const push = await import('./push.ts');
          await push.sendAll(context);
        }
      } finally {
        // News comes in also where this device cannot send. A ticket does not let the feed be read.
        if (!(await isSessionOver(db))) await pull(context);
      }
    });
  }

  /** Fetches files beside the rounds, so that a submission never waits for a slow file. */
  async function fetchDownloads(): Promise<void> {
    const { connection } = await readSyncState(db);
    if (isStopping || connection !== 'reached') return;
    if ((await listDueDownloads(db, now(), MAX_WAIT_MS)).length === 0) return;
    const downloads = await import('./pull-downloads.ts');
    await takeTurn(locks, `eclic-files-${db.citizenId}`, () => downloads.pullDownloads(context));
  }

  /** Checks receipts beside the rounds, so that a submission never waits for all of them. */
  async function checkReceipts(): Promise<void> {
    if (isStopping || (await uncheckedBatches(db).count()) === 0) return;
    const batches = await import('./check-batches.ts');
    await batches.checkBatches(context, (check) => takeTurn(locks, syncLockOf(db), check));
  }

  /** Begins work beside the rounds unless it is being done. What fails stays wanted, and a later round tries again. */
  function workBeside(work: () => Promise<void>): void {
    if (beside.has(work)) return;
    const ended = () => void beside.delete(work);
    beside.set(work, work().then(ended, ended));
  }

  function wake(): void {
    if (isStopping) return;
    clearAlarm();
    isAskedAgain = running !== null;
    running ??= runRound();
  }

  async function runRound(): Promise<void> {
    const failed = await round().then(
      () => false,
      // The device failed (a full disk, a closed database). Nothing has left the outbox; a later round tries again.
      () => true,
    );
    running = null;
    // The writes of a failed round must not start the next one at once, again and again.
    restsUntil = failed ? performance.now() + POLL_MS : 0;
    workBeside(fetchDownloads);
    workBeside(checkReceipts);
    if (isAskedAgain && !failed) wake();
    else await setAlarm();
  }

  /** Sets the next wake-up anew from what the database says; an alarm that rings a little early finds nothing due and sets itself again. */
  async function setAlarm(): Promise<void> {
    const delayMs = await readDelayMs().catch(() => POLL_MS);
    if (isStopping || running || delayMs === null) return;
    const ringsAt = Math.max(performance.now() + delayMs, restsUntil);
    // An alarm is never postponed, or typing on would postpone it for ever.
    if (alarm && alarm.ringsAt <= ringsAt) return;
    clearAlarm();
    alarm = { ringsAt, timer: setTimeout(wake, ringsAt - performance.now()) };
  }

  function clearAlarm(): void {
    clearTimeout(alarm?.timer);
    alarm = null;
  }

  /** Returns the time until the next round is due; null: no round is due. */
  async function readDelayMs(): Promise<number | null> {
    const { connection } = await readSyncState(db);
    const isSignedOut = connection === 'signedOut';
    const dueAt = await nextDueAt(db);
    // An entry that waits for a sign-in of its owner is never due.
    const hasNext = dueAt !== undefined && dueAt !== UNTIL_SIGNED_IN.nextAttemptAt;
    const delays = [
      ...(hasNext ? [Math.max(dueAt - now().getTime(), 0)] : []),
      ...(context.isVisible() && !isSignedOut ? [POLL_MS] : []),
      ...(connection === 'reached' && (await hasAccountWork(db))
        ? [Math.max(ACCOUNT_SAVE_MS, context.accountRest.until - now().getTime())]
        : []),
    ];
    return delays.length === 0 ? null : Math.min(...delays, MAX_WAIT_MS);
  }

  async function resetBackoffAndWake(): Promise<void> {
    // What a full device cannot note holds nothing else up.
    await resetOutboxBackoff(db, now()).catch(endQuietly);
    await resetDownloadBackoff(db).catch(endQuietly);
    context.accountRest.until = 0;
    wake();
  }

  const onOnline = () => void resetBackoffAndWake();
  const onVisibility = () => void (context.isVisible() ? resetBackoffAndWake() : setAlarm());
  network.addEventListener('online', onOnline);
  page.addEventListener('visibilitychange', onVisibility);

  let lastWake: number | undefined;
  const asked = liveQuery(() => readWake(db)).subscribe((count) => {
    if (lastWake !== undefined && count !== lastWake) wake();
    lastWake = count;
  });
  const due = liveQuery(async () => [await nextDueAt(db), await hasAccountWork(db)]).subscribe(() => {
    if (!running) void setAlarm();
  });

  void pullLimits(context).catch(endQuietly);
  wake();

  return {
    async stop() {
      isStopping = true;
      clearAlarm();
      asked.unsubscribe();
      due.unsubscribe();
      network.removeEventListener('online', onOnline);
      page.removeEventListener('visibilitychange', onVisibility);
      await Promise.all([running, ...beside.values()]);
    },
  };
}
