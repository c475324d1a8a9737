import { randomUUID } from 'node:crypto';
import type { Tx } from '../db/schema.ts';
import type { JobName, Jobs } from './job-names.ts';

interface NewJob<Name extends JobName> {
  name: Name;
  payload: Jobs[Name];
  /** Instant in ms, by the clock of sessions. */
  dueAt: number;
  /** An id under which the job is put once, however often it is asked for while it waits. */
  id?: string;
}

/** Adds a job in the transaction of what causes it: the job is not lost, and it is not done if its cause is undone. */
export async function addJob<Name extends JobName>(tx: Tx, job: NewJob<Name>): Promise<void> {
  await tx
    .insertInto('jobs')
    .values(jobRow(job))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export function jobRow<Name extends JobName>({ payload, id = randomUUID(), ...job }: NewJob<Name>) {
  return { ...job, id, payload: JSON.stringify(payload) };
}
