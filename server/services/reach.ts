import { type RawBuilder, sql } from 'kysely';
import type { Clerk } from '../clerks/clerks.ts';
import type { Db } from '../db/schema.ts';
import { readService } from './services.ts';

/** The services whose requests somebody may see, `FIRST` among them where they may see what no service was told of; null: every request. */
export type Reach = readonly string[] | null;

/** Somebody of the office, or a program of theirs. */
export interface Reader {
  /** As the record has it: `clerk ana`, `token arquivo`. */
  who: string;
  reach: Reach;
}

/** In the place of a service's id: whichever is the first one. */
const FIRST = '';

/** A supervisor sees every service; so does everybody where there is none. */
export async function readerOfClerk(
  db: Db,
  { userName, isSupervisor }: Pick<Clerk, 'userName' | 'isSupervisor'>,
): Promise<Reader> {
  const who = `clerk ${userName}`;
  if (isSupervisor) return { who, reach: null };
  const services = await db
    .selectFrom('services')
    .leftJoin('serviceClerks', (join) =>
      join.onRef('serviceClerks.service', '=', 'services.id').on('serviceClerks.userName', '=', userName),
    )
    .select(['id', 'isFirst', 'serviceClerks.userName'])
    .execute();
  if (services.length === 0) return { who, reach: null };
  const own = services.filter((service) => service.userName !== null);
  return { who, reach: own.flatMap(placesOf) };
}

/** `service`: for which the program acts alone; null: for all. */
export async function readerOfProgram(db: Db, name: string, service: string | null): Promise<Reader> {
  const who = `token ${name}`;
  if (service === null) return { who, reach: null };
  const found = await readService(db, service);
  return { who, reach: found ? placesOf(found) : [] };
}

function placesOf({ id, isFirst }: { id: string; isFirst: boolean }): string[] {
  return isFirst ? [id, FIRST] : [id];
}

/** Within a query of `requests`: whether the request is one of theirs. Asked so that a database may look all of them up at once. */
export function isWithin(reach: Reach): RawBuilder<boolean> {
  if (reach === null) return sql<boolean>`true`;
  const held = sql`select from assignments
    where assignments.citizen_id = requests.citizen_id and assignments.request_id = requests.id`;
  // What no other service has is the first one's.
  return reach.includes(FIRST)
    ? sql<boolean>`not exists (${held} and assignments.service <> all(${reach}::text[]))`
    : sql<boolean>`exists (${held} and assignments.service = any(${reach}::text[]))`;
}
