import type { Selectable } from 'kysely';
import type { OfficeAction } from '../../domain/office-moves.ts';
import type { Context } from '../context.ts';
import type { ActWords, NamedFile } from '../db/office-tables.ts';
import type { Db, Tables } from '../db/schema.ts';
import type { NamedRequest } from '../requests/in-order.ts';
import { isWithin, type Reach } from '../services/reach.ts';
import { findEarlierAct } from './act.ts';
import { withDestination } from './destination.ts';
import { hashAct } from './hash-act.ts';

export type Unsent = Omit<Selectable<Tables['officeUnsent']>, 'citizenId' | 'requestId'>;

/** What is unsent, with the name of the clerk who wrote it; their user name when they have been removed. */
export type UnsentOf = Unsent & { clerkName: string };

/** What one clerk has written about one request. */
export interface Written {
  userName: string;
  reference: string;
  action: OfficeAction;
  words: ActWords;
  files: readonly NamedFile[];
}

/** Returns what all clerks have written about a request and not sent, the newest first. */
export async function listUnsent(db: Db, { citizenId, id }: NamedRequest): Promise<UnsentOf[]> {
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

/** Returns which of a clerk's acts were stopped on their way, and why, where the clerk can still read the request. */
export async function listStopped(
  db: Db,
  userName: string,
  reach: Reach,
): Promise<Pick<Unsent, 'reference' | 'stopped'>[]> {
  return db
    .selectFrom('officeUnsent')
    .innerJoin('requests', (join) =>
      join
        .onRef('requests.citizenId', '=', 'officeUnsent.citizenId')
        .onRef('requests.id', '=', 'officeUnsent.requestId'),
    )
    .select(['officeUnsent.reference', 'officeUnsent.stopped'])
    .where('userName', '=', userName)
    .where('stopped', 'is not', null)
    .where(isWithin(reach))
    .orderBy('keptAt')
    .execute();
}

/** Notes that the clerk has been told why the act was stopped: no form will send it any more. The words and files stay, to be copied. */
export async function noteTold(db: Db, { citizenId, id }: NamedRequest, told: Unsent): Promise<void> {
  if (isEmpty(told)) return forgetWritten(db, { citizenId, id }, told);
  await db
    .updateTable('officeUnsent')
    .set({ stopped: null })
    .where('citizenId', '=', citizenId)
    .where('requestId', '=', id)
    .where('userName', '=', told.userName)
    .where('action', '=', told.action)
    .execute();
}

export function isEmpty({ words, files }: Pick<Written, 'words' | 'files'>): boolean {
  return files.length === 0 && Object.values(words).every((text) => text === '');
}

/** Whether two acts are of one kind and have the same words and files. */
export function isSame(one: Written, other: Written): boolean {
  return hashAct({ ...one, ...one.words }) === hashAct({ ...other, ...other.words });
}

/**
 * Keeps what a clerk has half written; when it is empty, nothing is kept. An act that is on its way stays as it was sent: returns false for other words than
 * its own, which are kept nowhere. So it is with the form of an act that is done (`key`).
 */
export async function keepWritten(
  { db, clocks }: Context,
  named: NamedRequest,
  written: Written,
  key: string,
): Promise<boolean> {
  const { action, files, words } = written;
  const earlier = await findEarlierAct(db, named, {
    ...(await withDestination(db, words)),
    action,
    files,
    key,
  });
  if (earlier) return earlier === 'done';
  if (isEmpty(written)) {
    await forgetWritten(db, named, written);
    return true;
  }
  const asDraft = { ...HALF_WRITTEN, keptAt: clocks.officeNow(), stopped: null };
  if (await keepUnsent(db, named, written, asDraft)) return true;
  const unsent = await listUnsent(db, named);
  return unsent.some((each) => each.userName === written.userName && isSame(each, written));
}

export async function forgetWritten(
  db: Db,
  { citizenId, id }: NamedRequest,
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

/** The columns of an act that is not on its way. */
export const HALF_WRITTEN = { key: null, seenMoves: null, sendsAt: null } as const;

type Sending = Pick<Unsent, 'keptAt' | 'key' | 'seenMoves' | 'sendsAt' | 'stopped'>;

/** Leaves an act that is on its way as it is, and then returns false. */
export async function keepUnsent(
  db: Db,
  { citizenId, id }: NamedRequest,
  { userName, reference, action, words, files }: Written,
  sending: Sending,
): Promise<boolean> {
  const asText = { words: JSON.stringify(words), files: JSON.stringify(files) };
  const row = { userName, reference, action, ...asText, ...sending };
  const kept = await db
    .insertInto('officeUnsent')
    .values({ citizenId, requestId: id, ...row })
    .onConflict((conflict) =>
      conflict
        .columns(['citizenId', 'requestId', 'userName', 'action'])
        .doUpdateSet(row)
        .where('officeUnsent.sendsAt', 'is', null),
    )
    .returning('userName')
    .executeTakeFirst();
  return kept !== undefined;
}
