import { setMaxListeners } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { createCitizenQueues } from '../citizen-queues.ts';
import type { Context } from '../context.ts';
import { judgeClock, readDatabaseClock } from '../db/judge-clock.ts';
import type { JobName } from './job-names.ts';
import { JOB_TABLE } from './job-table.ts';
import { type JobOptions, namesOf, planRecurring, runDueJobs } from './run-jobs.ts';

/** How often each job name looks for due jobs. It is one short query, which the calls of an embedded database, with its one connection, do not feel. */
const LOOK_EVERY_MS = 2000;
/** How often recurring jobs are planned again, for the case that a process with a wrong clock has put one off. */
const PLAN_EVERY_MS = 3_600_000;

interface RunningJobs {
  /** Waits for the jobs that are being done. */
  stop(): Promise<void>;
}

type Pause = (signal: AbortSignal) => Promise<unknown>;

interface Running extends Pick<JobOptions, 'table'> {
  pause?: Pause;
  /** Reads the clock of the database, in ms. */
  readClock?: typeof readDatabaseClock;
}

const pauseAWhile: Pause = (signal) => wait(LOOK_EVERY_MS, undefined, { signal, ref: false });

/** Does jobs as they fall due, each name beside the others: a mail server that does not answer holds up no other job. */
export function keepRunningJobs(
  given: Context,
  { table = JOB_TABLE, pause = pauseAWhile, readClock = readDatabaseClock }: Running = {},
): RunningJobs {
  // Jobs do not wait in the lines of calls, where they would be told to come back. Those about one citizen take one connection, and leave the other.
  const context = { ...given, queues: createCitizenQueues({ atOnce: 1, waitsMs: null }) };
  const stopping = new AbortController();
  const { signal } = stopping;
  // Each name listens to the signal.
  setMaxListeners(namesOf(table).length, signal);
  const isStopping = () => signal.aborted;

  async function keepRunning(name: JobName): Promise<void> {
    let isTold = false;
    let plannedAt = Number.NEGATIVE_INFINITY;
    while (!isStopping()) {
      try {
        const now = context.clocks.now();
        // A clock that was set back counts as well: what was planned by it may be years away.
        if (Math.abs(now - plannedAt) >= PLAN_EVERY_MS) {
          const wrongClock = judgeClock(now, await readClock(context.db));
          if (wrongClock !== null) throw new Error(wrongClock);
          await planRecurring(context, name, table);
          plannedAt = now;
        }
        await runDueJobs(context, name, { table, isStopping });
        isTold = false;
      } catch (error) {
        // A database that is away for a while is asked again, and reported once; so is a clock that is wrong.
        if (!isTold) context.onBug(error);
        isTold = true;
      }
      await pause(signal).catch(() => {});
    }
  }

  const running = Promise.all(namesOf(table).map(keepRunning));
  return {
    async stop() {
      stopping.abort();
      await running;
    },
  };
}
