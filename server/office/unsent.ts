import type { Selectable } from 'kysely';
import type { OfficeAction } from '../../domain/office-moves.ts';
import type { Context } from '../context.ts';
import type { ActWords, NamedFile } from '../db/office-tables.ts';
import type { Db, Tables } from '../db/schema.ts';
import { wasDone } from './act.ts';

export type Unsent = Omit<Selectable<Tables['officeUnsent']>, 'citizenId' | 'requestId'>;

/** With the name of the clerk, or what is left of it where they were removed. */
export type UnsentOf = Unsent & { clerkName: string };

export interface Named {
  citizenId: string;
  id: string;
}

/** Of one clerk, about one request. */
export interface Written {
  userName: string;
  reference: string;
  action: OfficeAction;
  words: ActWords;
  files: readonly NamedFile[];
}

/** Of all clerks, the newest first. */
export async function listUnsent(db: Db, { citizenId, id }: Named): Promise<UnsentOf[]> {
  return db
    .selectFrom('officeUnsent')
    .leftJoin('clerks', 'clerks.userName', 'officeUnsent.userName')
    .selectAll('officeUnsent')
    .select(({ fn }) => fn.coalesce('clerks.name', 'officeUnsent.userName').as('clerkName'))
    .where('citizenId', '=', citizenId)
    .where('requestId', '=', id)
    .orderBy('keptAt', 'desc')
    .execute();
}

/** Whose acts were not sent after all, of that clerk: their references, and why. */
export async function listStopped(
  db: Db,
  userName: string,
): Promise<Pick<Unsent, 'reference' | 'stopped'>[]> {
  return db
    .selectFrom('officeUnsent')
    .select(['reference', 'stopped'])
    .where('userName', '=', userName)
    .where('stopped', 'is not', null)
    .orderBy('keptAt')
    .execute();
}

/**
 * Half written as it is; nothing at all is kept of nothing. What is on its way stays as it was sent, and what comes from the form of an act that is
 * done, `key`, came too late.
 */
export async function keepWritten(
  { db, clocks }: Context,
  named: Named,
  written: Written,
  key: string,
): Promise<void> {
  if (await wasDone(db, named, key)) return;
  const isEmpty = Object.values(written.words).every((text) => text === '');
  if (isEmpty && written.files.length === 0) return forgetWritten(db, named, written);
  await keepUnsent(db, named, written, { ...HALF_WRITTEN, keptAt: clocks.officeNow(), stopped: null });
}

export async function forgetWritten(
  db: Db,
  { citizenId, id }: Named,
  { userName, action }: Pick<Written, 'userName' | 'action'>,
): Promise<void> {
  await db
    .deleteFrom('officeUnsent')
    .where('citizenId', '=', citizenId)
    .where('requestId', '=', id)
    .where('userName', '=', userName)
    .where('action', '=', action)
    .where('sendsAt', 'is', null)
    .execute();
}

/** Of what is on its way to nobody. */
export const HALF_WRITTEN = { key: null, seenMoves: null, sendsAt: null } as const;

type Sending = Pick<Unsent, 'keptAt' | 'key' | 'seenMoves' | 'sendsAt' | 'stopped'>;

/** What is on its way stays as it is. */
export async function keepUnsent(
  db: Db,
  { citizenId, id }: Named,
  { userName, reference, action, words, files }: Written,
  sending: Sending,
): Promise<void> {
  const asText = { words: JSON.stringify(words), files: JSON.stringify(files) };
  const row = { userName, reference, action, ...asText, ...sending };
  await db
    .insertInto('officeUnsent')
    .values({ citizenId, requestId: id, ...row })
    .onConflict((conflict) =>
      conflict
        .columns(['citizenId', 'requestId', 'userName', 'action'])
        .doUpdateSet(row)
        .where('officeUnsent.sendsAt', 'is', null),
    )
    .execute();
}
