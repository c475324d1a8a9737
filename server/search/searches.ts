import { randomUUID } from 'node:crypto';
import type { Context } from '../context.ts';

/** How long a search is kept: long enough to go through what was found. */
const LASTS_MS = 30 * 60_000;

export interface Search {
  /** The text as it was typed. */
  sought: string;
  references: string[];
}

/** Keeps a search for a while and returns its id, which stands in addresses instead of what was sought. The text is sealed: it may be a NISS or a disease. */
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

/** Returns undefined when the search is another clerk's, or has gone. */
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

/** Deletes searches with what they sought, within a minute after their time, whether anybody searches again or not. */
export async function forgetSearches({ db, clocks }: Pick<Context, 'db' | 'clocks'>): Promise<void> {
  await db
    .deleteFrom('officeSearches')
    .where('madeAt', '<=', clocks.now() - LASTS_MS)
    .execute();
}
