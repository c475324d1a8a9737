import { randomUUID } from 'node:crypto';
import type { Tx } from '../db/schema.ts';
import type { JobName, Jobs } from './job-names.ts';

interface NewJob<Name extends JobName> {
  name: Name;
  payload: Jobs[Name];
  /** Instant in ms, by the clock of sessions. */
  dueAt: number;
  /** By which it is put once, however often it is asked for while it waits. */
  id?: string;
}

/** In the transaction of what it follows from: it is neither lost, nor done for what was undone. */
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
