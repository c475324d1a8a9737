import { problem } from '../contract/problem.ts';
import type { OnBehalfOf } from '../contract/types.ts';
import { findCitizen } from './citizens.ts';
import type { CitizenRow, Db } from './db/schema.ts';

/** Throws 403 where somebody else is named for whom the citizen may not act, or may no more. */
export async function requireRight(
  db: Db,
  citizenId: string,
  onBehalfOf: Pick<OnBehalfOf, 'id'> | null,
): Promise<void> {
  if (onBehalfOf === null) return;
  const represented = await listRepresented(db, citizenId);
  if (represented.some(({ id }) => id === onBehalfOf.id)) return;
  throw notAllowed();
}

function notAllowed(): Response {
  return problem('not-allowed', { issues: [{ field: 'onBehalfOf', code: 'notAllowed' }] });
}

/** As the server knows them, whatever the caller says. */
export async function nameRepresented(db: Db, onBehalfOf: OnBehalfOf | null): Promise<OnBehalfOf | null> {
  if (onBehalfOf === null) return null;
  const represented = await findCitizen(db, onBehalfOf.id);
  if (!represented) throw notAllowed();
  return { id: represented.id, name: represented.name };
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
