import { type RawBuilder, sql } from 'kysely';
import type { Clerk } from '../clerks/clerks.ts';
import type { Db } from '../db/schema.ts';
import { readService } from './services.ts';

/** The services whose requests somebody may see; null: every request. `FIRST` is among them when they may see requests that no service was given. */
export type Reach = readonly string[] | null;

/** Somebody of the office, or one of its programs. */
export interface Reader {
  /** As the record names them: `clerk ana`, `token arquivo`. */
  who: string;
  reach: Reach;
}

/** Stands in the column `service` of `requests` for the first service, whichever that is. */
const FIRST = '';

/** Supervisors see every service; when there are no services, everybody sees every request. */
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

/** `service`: the service for which alone the program acts; null: it acts for all. */
export async function readerOfProgram(db: Db, name: string, service: string | null): Promise<Reader> {
  const who = `token ${name}`;
  if (service === null) return { who, reach: null };
  const found = await readService(db, service);
  return { who, reach: found ? placesOf(found) : [] };
}

function placesOf({ id, isFirst }: { id: string; isFirst: boolean }): string[] {
  return isFirst ? [id, FIRST] : [id];
}

/**
 * Selects, in a query of `requests`, those within reach; `column`: the one that names the service, in a query of something else. A single service is compared
 * with `=`, since an index has the requests of one service in order.
 */
export function isWithin(reach: Reach, column = 'requests.service'): RawBuilder<boolean> {
  if (reach === null) return sql<boolean>`true`;
  const service = sql.ref(column);
  const [one, ...others] = reach;
  return one !== undefined && others.length === 0
    ? sql<boolean>`${service} = ${one}`
    : sql<boolean>`${service} = any(${reach}::text[])`;
}
