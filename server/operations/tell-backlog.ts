import { setTimeout as wait } from 'node:timers/promises';
import type pg from 'pg';
import { Gauge, Registry } from 'prom-client';

/** Sooner than Prometheus gives up: a process without its database still has figures to tell. */
const ANSWERS_WITHIN_MS = 5000;

interface JobCounts {
  /** Jobs that are due and not done. */
  waiting: number;
  /** Jobs that have failed and are tried again later. */
  retrying: number;
  /** Jobs that have failed for the last time. */
  givenUp: number;
}

/** What is left to do, whichever process does it: all processes tell the same. */
export interface Backlog {
  requests: { waiting: number; overdue: number };
  jobs: [name: string, JobCounts][];
  /** An instant in ms; 0: there never was a backup. */
  lastBackupAt: number;
}

interface PoolUse extends Pick<pg.Pool, 'totalCount' | 'idleCount' | 'waitingCount'> {
  options: { max: number };
}

export interface Followed {
  readBacklog(): Promise<Backlog>;
  /** Null: the embedded database is in this process. */
  pool: PoolUse | null;
}

/** Writes the figures of this moment. It never fails: what the database does not tell gets no figure. */
export async function tellBacklog({ readBacklog, pool }: Followed): Promise<string> {
  const registry = new Registry();
  const gauge = <Label extends string>(name: string, help: string, labelNames: Label[] = []) =>
    new Gauge({ name: `eclic_${name}`, help, labelNames, registers: [registry] });

  if (pool !== null) {
    const { options, totalCount, idleCount, waitingCount } = pool;
    gauge('database_connections_max', 'How many this process holds open at most.').set(options.max);
    gauge('database_connections_used', 'How many of them are at work.').set(totalCount - idleCount);
    gauge('database_connections_awaited', 'How many wait for one.').set(waitingCount);
  }
  const backlog = await Promise.race([
    readBacklog().catch(() => null),
    wait(ANSWERS_WITHIN_MS, null, { ref: false }),
  ]);
  gauge('database_up', 'Whether the database has just answered.').set(backlog === null ? 0 : 1);
  if (backlog !== null) {
    const { requests, jobs, lastBackupAt } = backlog;
    gauge('requests_waiting', 'Requests that wait for the office.').set(requests.waiting);
    gauge('requests_overdue', 'Those of them whose day has passed.').set(requests.overdue);
    gauge('backup_last_timestamp_seconds', 'When the last backup was made; 0: never.').set(
      lastBackupAt / 1000,
    );
    const help = 'What is due and not done, failed and done again later, or given up.';
    const each = gauge('jobs', help, ['job', 'state']);
    for (const [job, counts] of jobs)
      for (const [state, count] of Object.entries(counts)) each.set({ job, state }, count);
  }
  return registry.metrics();
}
