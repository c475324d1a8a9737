import type { CitizenRequest } from '../../contract/types.ts';
import type { Clerk } from '../clerks/clerks.ts';
import type { Context } from '../context.ts';
import type { Db, Tx } from '../db/schema.ts';
import type { NamedRequest } from '../requests/in-order.ts';
import { listServices, type Service } from '../services/services.ts';
import { record } from './record.ts';

export type Assignee = Pick<Clerk, 'userName' | 'name'>;

export interface Assignment {
  /** Null: there are no services. */
  service: Service | null;
  /** Null: no clerk has the request. */
  assignee: Assignee | null;
}

/** The columns of an assignment, as a query of requests joins them. */
export interface AssignedRow {
  /** Null: the first service. */
  service: string | null;
  assignee: string | null;
  assigneeName: string | null;
}

/** `services`: all services of the office. */
export function describeAssignment(
  services: readonly Service[],
  { service, assignee, assigneeName }: AssignedRow,
): Assignment {
  return {
    service: findServiceOf(services, service),
    assignee: assignee === null || assigneeName === null ? null : { userName: assignee, name: assigneeName },
  };
}

function findServiceOf(services: readonly Service[], id: AssignedRow['service']): Service | null {
  return services.find((each) => (id === null ? each.isFirst : each.id === id)) ?? null;
}

/** Returns who may have a request of that service, by their names: its clerks and the supervisors, or all clerks when there are no services. */
export function listAssignable(db: Db, service: Service | null): Promise<Assignee[]> {
  const clerks = db.selectFrom('clerks').select(['userName', 'name']).orderBy('name').orderBy('userName');
  if (service === null) return clerks.execute();
  const members = db.selectFrom('serviceClerks').select('userName').where('service', '=', service.id);
  return clerks
    .where((row) => row.or([row('isSupervisor', '=', true), row('userName', 'in', members)]))
    .execute();
}

/** The request that is assigned. */
interface Given extends NamedRequest {
  request: Pick<CitizenRequest, 'reference'>;
}

export interface Assigning {
  /** A clerk's user name; null: nobody. */
  to: string | null;
  /** The assignee that was seen when this was decided; left out: whoever it is. */
  seen?: string | null;
}

/** `changed`: somebody else has the request meanwhile. `unfit`: the clerk who is to have it may not see it. */
export type Assigned = 'done' | 'changed' | 'unfit';

/**
 * When two clerks take a request at once, one has it and the other is told. The request is locked first, as by every act on it: a forwarding beside would
 * otherwise wait for this, and this for the forwarding.
 */
export async function assign(
  context: Pick<Context, 'db' | 'clocks'>,
  { citizenId, id, request: { reference } }: Given,
  { to, seen }: Assigning,
  who: string,
): Promise<Assigned> {
  return context.db.transaction().execute(async (tx) => {
    await tx
      .selectFrom('requests')
      .select('id')
      .where('citizenId', '=', citizenId)
      .where('id', '=', id)
      .forNoKeyUpdate()
      .execute();
    const had = await lockAssignment(tx, { citizenId, id });
    const service = findServiceOf(await listServices(tx), had.service);
    if (to !== null && !(await listAssignable(tx, service)).some(({ userName }) => userName === to))
      return 'unfit';
    if (had.assignee === to) return 'done';
    if (seen !== undefined && seen !== had.assignee) return 'changed';
    await tx
      .updateTable('assignments')
      .set({ assignee: to })
      .where('citizenId', '=', citizenId)
      .where('requestId', '=', id)
      .execute();
    const entry = { who, what: 'requestAssigned', reference } as const;
    await record(context, tx, to === null ? entry : { ...entry, about: to });
    return 'done';
  });
}

/** Reads an assignment, and locks it until the transaction ends: an update that changes nothing does that, too. */
async function lockAssignment(
  tx: Tx,
  { citizenId, id }: NamedRequest,
): Promise<Pick<AssignedRow, 'service' | 'assignee'>> {
  return tx
    .insertInto('assignments')
    .values({ citizenId, requestId: id, service: null, assignee: null })
    .onConflict((conflict) =>
      conflict
        .columns(['citizenId', 'requestId'])
        .doUpdateSet(({ ref }) => ({ assignee: ref('assignments.assignee') })),
    )
    .returning(['service', 'assignee'])
    .executeTakeFirstOrThrow();
}

/**
 * Gives a request to a service, in the transaction that forwards it. No clerk has it until one of them takes it. `service`: null when it goes to none of our
 * services.
 */
export async function handOver(
  tx: Tx,
  { citizenId, id }: NamedRequest,
  service: string | null,
): Promise<void> {
  const row = { assignee: null, ...(service !== null && { service }) };
  await tx
    .insertInto('assignments')
    .values({ citizenId, requestId: id, service, assignee: null })
    .onConflict((conflict) => conflict.columns(['citizenId', 'requestId']).doUpdateSet(row))
    .execute();
}
