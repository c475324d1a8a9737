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

/** In the place of a service's id, as `requests` has it: whichever is the first one. */
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

/** Within a query of `requests`: whether the request is one of theirs. One service is asked for as one, since an index has its requests in their order. */
export function isWithin(reach: Reach): RawBuilder<boolean> {
  if (reach === null) return sql<boolean>`true`;
  const [one, ...others] = reach;
  return one !== undefined && others.length === 0
    ? sql<boolean>`requests.service = ${one}`
    : sql<boolean>`requests.service = any(${reach}::text[])`;
}
