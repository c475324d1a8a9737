import { randomUUID } from 'node:crypto';
import type { Context } from '../context.ts';

/** Long enough to go through what was found. */
const LASTS_MS = 30 * 60_000;

export interface Search {
  /** As it was typed. */
  sought: string;
  references: string[];
}

/** So that nothing that was sought stands in an address: an id does, for a while. Sealed, as it may be a NISS or a disease. */
export async function keepSearch(
  { db, seal, clocks }: Pick<Context, 'db' | 'seal' | 'clocks'>,
  userName: string,
  { sought, references }: Search,
): Promise<string> {
  const madeAt = clocks.now();
  const id = randomUUID();
  await db
    .insertInto('officeSearches')
    .values({
      id,
      userName,
      madeAt,
      soughtSealed: seal.seal(sought, id),
      found: JSON.stringify(references),
    })
    .execute();
  return id;
}

/** Undefined where it is somebody else's, or has gone. */
export async function findSearch(
  { db, seal, clocks }: Pick<Context, 'db' | 'seal' | 'clocks'>,
  userName: string,
  id: string,
): Promise<Search | undefined> {
  const row = await db
    .selectFrom('officeSearches')
    .select(['soughtSealed', 'found'])
    .where('id', '=', id)
    .where('userName', '=', userName)
    .where('madeAt', '>', clocks.now() - LASTS_MS)
    .executeTakeFirst();
  return row && { sought: seal.open(row.soughtSealed, id), references: row.found };
}

/** With what they sought, within the minute, whether anybody seeks again or not. */
export async function forgetSearches({ db, clocks }: Pick<Context, 'db' | 'clocks'>): Promise<void> {
  await db
    .deleteFrom('officeSearches')
    .where('madeAt', '<=', clocks.now() - LASTS_MS)
    .execute();
}
