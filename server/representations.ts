import type { OnBehalfOf } from '../contract/types.ts';
import type { CitizenRow, Db } from './db/schema.ts';

/** Returns the named person as the server knows them, or null when the citizen may not act for them. */
export async function findRepresented(
  db: Db,
  citizenId: string,
  named: Pick<OnBehalfOf, 'id'> | null,
): Promise<OnBehalfOf | null> {
  if (named === null) return null;
  const found = (await listRepresented(db, citizenId)).find(({ id }) => id === named.id);
  return found ? { id: found.id, name: found.name } : null;
}

export async function listRepresented(db: Db, citizenId: string): Promise<CitizenRow[]> {
  return db
    .selectFrom('representations')
    .innerJoin('citizens', 'citizens.id', 'representations.representedId')
    .selectAll('citizens')
    .where('representations.citizenId', '=', citizenId)
    .orderBy('representations.place')
    .execute();
}
