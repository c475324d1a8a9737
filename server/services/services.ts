import type { Selectable } from 'kysely';
import type { Db, Tables, Tx } from '../db/schema.ts';
import { isPlainName } from '../plain-name.ts';

export type Service = Selectable<Tables['services']>;

export interface DescribedService extends Service {
  /** User names. */
  clerks: string[];
  /** Ids of life events and subjects. */
  topics: string[];
}

/** Returns the first service first, then the others by name. */
export function listServices(db: Db): Promise<Service[]> {
  return db.selectFrom('services').selectAll().orderBy('isFirst', 'desc').orderBy('name').execute();
}

export async function describeServices(db: Db): Promise<DescribedService[]> {
  const services = await listServices(db);
  const clerks = await db.selectFrom('serviceClerks').selectAll().orderBy('userName').execute();
  const topics = await db.selectFrom('serviceTopics').selectAll().orderBy('topic').execute();
  return services.map((service) => ({
    ...service,
    clerks: clerks.filter(({ service: of }) => of === service.id).map(({ userName }) => userName),
    topics: topics.filter(({ service: to }) => to === service.id).map(({ topic }) => topic),
  }));
}

/** What can name no service is not asked for: the database refuses some texts. */
export async function readService(db: Db, id: string): Promise<Service | undefined> {
  if (!isPlainName(id)) return undefined;
  return db.selectFrom('services').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Adds a service. The first one gets all requests, earlier ones too. Returns false when the id is taken. */
export async function addService(db: Db, { id, name }: Pick<Service, 'id' | 'name'>): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    const isFirst = (await listServices(tx)).length === 0;
    const added = await tx
      .insertInto('services')
      .values({ id, name, isFirst })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst();
    return added !== undefined;
  });
}

/** Returns false when there is no service of that id. */
export async function renameService(db: Db, { id, name }: Pick<Service, 'id' | 'name'>): Promise<boolean> {
  const renamed = await db
    .updateTable('services')
    .set({ name })
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst();
  return renamed !== undefined;
}

/** Removes a service. Its requests and topics, and what its clerks have not sent, go to `heir`; programs that acted for it alone are not let in any more. */
export async function removeService(db: Db, id: string, heir: string): Promise<void> {
  // From here on new requests go to the heir: no citizen waits for the rest, which takes seconds for a service that has many.
  await db.updateTable('serviceTopics').set({ service: heir }).where('service', '=', id).execute();
  await db.transaction().execute(async (tx) => {
    // Whoever is just giving a request to the service holds its row. Without this lock their request would not be seen here, and would keep the service's row.
    await tx.selectFrom('services').select('id').where('id', '=', id).forUpdate().execute();
    // Whoever forwards a request first stops what is on its way about it, then locks its row, and then writes its service. In another order the two would wait
    // for each other.
    await tx.updateTable('officeUnsent').set({ ofService: heir }).where('ofService', '=', id).execute();
    await tx.selectFrom('requests').select('id').where('service', '=', id).forNoKeyUpdate().execute();
    await tx.updateTable('assignments').set({ service: heir }).where('service', '=', id).execute();
    const removed = await tx
      .deleteFrom('services')
      .where('id', '=', id)
      .returning('isFirst')
      .executeTakeFirst();
    if (removed?.isFirst) await makeFirst(tx, heir);
  });
}

async function makeFirst(tx: Tx, id: string): Promise<void> {
  await tx.updateTable('services').set({ isFirst: true }).where('id', '=', id).execute();
}

/** Repeatable. */
export async function putClerkInto(db: Db, service: string, userName: string): Promise<void> {
  await db
    .insertInto('serviceClerks')
    .values({ service, userName })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Locks the clerk too, and so waits for what is just being sent in their name. */
export async function takeClerkOutOf(db: Db, service: string, userName: string): Promise<void> {
  const clerk = db.selectFrom('clerks').select('userName').where('userName', '=', userName);
  await db
    .deleteFrom('serviceClerks')
    .where('service', '=', service)
    .where('userName', 'in', clerk.forNoKeyUpdate())
    .execute();
}

/** Requests that come from then on about that life event or subject go to the service; null: to the first one. Earlier requests stay where they are. */
export async function leadTopic(db: Db, topic: string, service: string | null): Promise<void> {
  if (service === null) await db.deleteFrom('serviceTopics').where('topic', '=', topic).execute();
  else
    await db
      .insertInto('serviceTopics')
      .values({ topic, service })
      .onConflict((conflict) => conflict.column('topic').doUpdateSet({ service }))
      .execute();
}
