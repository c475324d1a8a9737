import type { ExpressionBuilder, Selectable } from 'kysely';
import type { OfficeAction } from '../../domain/office-moves.ts';
import type { Context } from '../context.ts';
import type { ActWords, NamedFile } from '../db/office-tables.ts';
import type { Db, Tables, Tx } from '../db/schema.ts';
import type { NamedRequest } from '../requests/in-order.ts';
import { isWithin, type Reach } from '../services/reach.ts';
import { readService } from '../services/services.ts';
import { writeAbout } from '../write-for.ts';
import { findEarlierAct } from './act.ts';
import { hashAct } from './hash-act.ts';
import { HALF_WRITTEN } from './stop-sending.ts';

export type Unsent = Omit<Selectable<Tables['officeUnsent']>, 'citizenId' | 'requestId'>;

/** What is unsent, with the name of the clerk who wrote it; their user name when they have been removed. */
export type UnsentOf = Unsent & { clerkName: string };

/** What one clerk has written about one request. */
export interface Written {
  userName: string;
  reference: string;
  ofService: Unsent['ofService'];
  action: OfficeAction;
  words: ActWords;
  files: readonly NamedFile[];
}

/**
 * Returns what a clerk may read of what all clerks have written about a request and not sent, the newest first: their own, and what was written while a service
 * within their reach had the request.
 */
export async function listUnsent(
  db: Db,
  { citizenId, id }: NamedRequest,
  { userName, reach }: { userName: string; reach: Reach },
): Promise<UnsentOf[]> {
  return db
    .selectFrom('officeUnsent')
    .leftJoin('clerks', 'clerks.userName', 'officeUnsent.userName')
    .selectAll('officeUnsent')
    .select(({ fn }) => fn.coalesce('clerks.name', 'officeUnsent.userName').as('clerkName'))
    .where('citizenId', '=', citizenId)
    .where('requestId', '=', id)
    .where(({ or, eb }) =>
      or([eb('officeUnsent.userName', '=', userName), isWithin(reach, 'officeUnsent.ofService')]),
    )
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
export async function noteTold(db: Db, named: NamedRequest, told: Unsent): Promise<void> {
  if (isEmpty(told)) return forgetWritten(db, named, told);
  await db.updateTable('officeUnsent').set({ stopped: null }).where(isOf(named, told)).execute();
}

export function isEmpty({ words, files }: Pick<Written, 'words' | 'files'>): boolean {
  return files.length === 0 && Object.values(words).every((text) => text === '');
}

/** Whether two acts are of one kind and have the same words and files. */
export function isSame(one: Written, other: Written): boolean {
  return markOf(one) === markOf(other);
}

/** A mark of what a draft says, by which a form knows whether another page has changed it since; empty: there is none. */
export function markOf(draft: Written | null): string {
  return draft === null ? '' : hashAct({ ...draft, ...draft.words });
}

/** The form from which a clerk keeps what they have written. */
interface Form {
  /** Its id. */
  key: string;
  /** The mark of the draft with which its page was made. */
  seenDraft: string;
  /** False: its script keeps what is typed. */
  wantsPage: boolean;
}

/** `otherSent`: other words of the same act are on their way, or were sent. `elsewhere`: another page of the clerk has kept words that this one has not shown. */
export type Kept = 'kept' | 'otherSent' | 'elsewhere';

/**
 * Keeps what a clerk has half written; when it is empty, nothing is kept. Nothing takes the place of an act that is on its way, or of a draft that the form
 * does not know. A form knows the draft with which it was made, and what its own script has kept since. A pressed button ends it: what its script posts later
 * has neither the file nor the saved reply that came with the press.
 */
export async function keepWritten(
  context: Context,
  named: NamedRequest,
  written: Written,
  form: Form,
): Promise<Kept> {
  const { action, files, words } = written;
  return writeAbout(context, named.citizenId, async (tx) => {
    const act = { ...(await withDestination(tx, words)), action, files, key: form.key };
    const earlier = await findEarlierAct(tx, named, act);
    if (earlier) return earlier === 'done' ? 'kept' : 'otherSent';
    const before = await findWritten(tx, named, written);
    if (before && before.sendsAt !== null)
      return isEmpty(written) || isSame(before, written) ? 'kept' : 'otherSent';
    if (before && !isKnown(before, written, form)) return 'elsewhere';
    const key = form.wantsPage ? null : form.key;
    // Why it was stopped is told until the clerk has changed it or sends it again.
    const stopped = before && isSame(before, written) ? before.stopped : null;
    const asDraft = { ...HALF_WRITTEN, key, keptAt: context.clocks.officeNow(), stopped };
    if (isEmpty(written)) await forgetWritten(tx, named, written);
    else await keepUnsent(tx, named, written, asDraft);
    return 'kept';
  });
}

function isKnown(draft: Unsent, written: Written, { key, seenDraft }: Form): boolean {
  return isEmpty(draft) || isSame(draft, written) || draft.key === key || markOf(draft) === seenDraft;
}

/** Returns what a clerk has written about a request for one kind of act. */
async function findWritten(db: Db, named: NamedRequest, written: OneAct): Promise<Unsent | undefined> {
  return db.selectFrom('officeUnsent').selectAll().where(isOf(named, written)).executeTakeFirst();
}

export async function forgetWritten(db: Db, named: NamedRequest, written: OneAct): Promise<void> {
  await db.deleteFrom('officeUnsent').where(isOf(named, written)).where('sendsAt', 'is', null).execute();
}

type OneAct = Pick<Written, 'userName' | 'action'>;

/** Finds the one row for what a clerk has written about a request for one kind of act. */
function isOf({ citizenId, id }: NamedRequest, { userName, action }: OneAct) {
  return (row: ExpressionBuilder<Tables, 'officeUnsent'>) =>
    row.and({ citizenId, requestId: id, userName, action });
}

type Sending = Pick<Unsent, 'keptAt' | 'key' | 'seenMoves' | 'sendsAt' | 'stopped'>;

/** The caller holds the citizen's lock, and has seen to it that nothing is lost that stood there before. */
export async function keepUnsent(
  tx: Tx,
  { citizenId, id }: NamedRequest,
  { userName, reference, ofService, action, words, files }: Written,
  sending: Sending,
): Promise<void> {
  const asText = { words: JSON.stringify(words), files: JSON.stringify(files) };
  const row = { userName, reference, ofService, action, ...asText, ...sending };
  await tx
    .insertInto('officeUnsent')
    .values({ citizenId, requestId: id, ...row })
    .onConflict((conflict) =>
      conflict.columns(['citizenId', 'requestId', 'userName', 'action']).doUpdateSet(row),
    )
    .execute();
}

/**
 * Returns a clerk's words in the form of an act: one of the office's own services goes by the name that the citizen reads. A service that has been removed
 * leads nowhere.
 */
export async function withDestination(db: Db, { body, otherOffice, service: id, note }: ActWords) {
  const ofNote = note !== '' && { note };
  if (id === '') return { body, otherOffice, ...ofNote };
  const service = await readService(db, id);
  return { body, otherOffice: service?.name ?? '', ...(service && { service: service.id }), ...ofNote };
}
