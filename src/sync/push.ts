import { isSessionOver, noteFound, noteSessionOver } from '../db/core/metadata.ts';
import type { OutboxRow } from '../db/core/schema.ts';
import {
  beginAttempt,
  hasDue,
  listLines,
  pauseUntilSignedIn,
  postpone,
  postponeDue,
  tidyOutbox,
} from '../db/outbox/attempts.ts';
import { recordRefused } from '../db/outbox/refusals.ts';
import { assertNever } from '../lib/assert-never.ts';
import { checkLate } from './check-arrivals.ts';
import { pushDrafts } from './push-drafts.ts';
import { DAY_MAX_WAIT_MS, MAX_WAIT_MS, retryDelayMs, untilTomorrowMs } from './retry.ts';
import { sendEntry } from './send-entry.ts';
import type { SyncContext } from './sync-context.ts';
import type { SendOutcome } from './upload-attachment.ts';

/** Several entries are sent at once, so that one slow upload does not hold the others. */
const SENDERS_AT_ONCE = 3;

type Unreachable = Extract<SendOutcome<unknown>, { kind: 'unreachable' }>;

/** Sends entries and drafts; loaded when there is something to send. The caller holds the citizen's lock. */
export async function sendAll(context: SyncContext): Promise<void> {
  await push(context);
  // Once the session is over, a ticket sends what was submitted, and nothing else.
  if (await isSessionOver(context.db)) return;
  await pushDrafts(context);
  await checkLate(context);
}

/** Sends the entries that are due, those of one request one after the other. The caller holds the citizen's lock. */
export async function push(context: SyncContext): Promise<void> {
  const { db, now } = context;
  await tidyOutbox(db, now(), { usual: MAX_WAIT_MS, dayLimit: DAY_MAX_WAIT_MS });
  const begunAt = now().getTime();
  const sending: SyncContext = { ...context, hasNewlyDue: () => hasDue(db, now(), begunAt) };
  const lines = await listLines(db);
  let isOver = false;
  const sendLines = async (): Promise<void> => {
    for (let line = lines.shift(); line; line = lines.shift()) {
      for (const { commandId } of line) {
        if (isOver || context.isStopping()) return;
        const begun = await beginAttempt(db, commandId, now());
        if (!begun) continue;
        const shouldContinue = await recordOutcome(context, begun, await sendEntry(sending, begun));
        isOver = isOver || !shouldContinue;
      }
    }
  };
  const ends = await Promise.allSettled(Array.from({ length: SENDERS_AT_ONCE }, sendLines));
  // A turn ends with its last commit: the next one clears the marks of commits, so that the citizen could take back what is on its way.
  const broken = ends.find((end) => end.status === 'rejected');
  if (broken) throw broken.reason;
}

/** Only the files of a request or message count towards what an account may hold. */
const ACCOUNT_FULL = { field: 'attachments', code: 'accountFull' } as const;

/** Records the outcome of an attempt. Returns false where the other entries would fail too. */
async function recordOutcome(context: SyncContext, entry: OutboxRow, outcome: SendOutcome<unknown>) {
  const { db, now } = context;
  switch (outcome.kind) {
    case 'accepted':
      return true;
    case 'refused': {
      const { type, issues = type === 'quota-reached' ? [ACCOUNT_FULL] : [] } = outcome.problem;
      await recordRefused(db, entry, { type, issues, at: now().toISOString() });
      return true;
    }
    case 'needsSession':
      await pauseUntilSignedIn(db, entry);
      return true;
    case 'signedOut':
      await pauseUntilSignedIn(db, entry);
      await pauseUntilSignedIn(db);
      await noteSessionOver(db);
      return false;
    case 'unreachable':
      return outcome.cause === 'day-limit-reached'
        ? waitForTomorrow(context, entry, outcome)
        : recordUnreachable(context, entry, outcome);
    case 'missingBytes':
      await postpone(db, entry.commandId, {
        nextAttemptAt: now().getTime() + MAX_WAIT_MS,
        waitReason: 'missingBytes',
        missingFileName: outcome.fileName,
      });
      return true;
    case 'stopped':
      await postpone(db, entry.commandId, { nextAttemptAt: now().getTime() });
      return true;
    default:
      return assertNever(outcome);
  }
}

/** Postpones an entry to the next day. Entries of other requests that the day's limit does not concern, such as a withdrawal, go on. */
async function waitForTomorrow(context: SyncContext, entry: OutboxRow, outcome: Unreachable) {
  const { db, now } = context;
  const nextAttemptAt = now().getTime() + untilTomorrowMs({ ...context, ...outcome });
  await postpone(db, entry.commandId, { nextAttemptAt, waitReason: 'dayLimit' });
  await noteFound(db, { connection: 'reached', nextAttemptAt: null });
  return true;
}

async function recordUnreachable(context: SyncContext, entry: OutboxRow, outcome: Unreachable) {
  const { db, now } = context;
  const { attempts } = entry;
  const delayMs = retryDelayMs({ ...context, ...outcome, attempts, isVisible: context.isVisible() });
  const nextAttemptAt = now().getTime() + delayMs;
  const isNetwork = outcome.cause === 'network';
  const waitReason = isNetwork ? 'noConnection' : 'serverDown';
  // In one transaction: going online in between makes entries due, which must not be postponed again.
  await db.transaction('rw', db.outbox, async () => {
    await postpone(db, entry.commandId, { nextAttemptAt, waitReason });
    // A server's fault may concern this entry alone; without a network no entry passes.
    if (isNetwork) await postponeDue(db, now(), { nextAttemptAt, waitReason });
  });
  const then = new Date(nextAttemptAt).toISOString();
  await noteFound(db, { connection: waitReason, nextAttemptAt: then });
  return !isNetwork;
}
