import { REFERENCE } from '../../contract/reference.ts';
import type { CitizenRequest, Message } from '../../contract/types.ts';
import type { Context } from '../context.ts';
import type { Db } from '../db/schema.ts';
import type { NamedRequest } from '../requests/in-order.ts';
import { listMessages } from '../requests/request-rows.ts';
import { isWithin, type Reach, type Reader } from '../services/reach.ts';
import { listServices } from '../services/services.ts';
import { type Assignment, describeAssignment } from './assignment.ts';
import { officeRows } from './office-rows.ts';
import { record } from './record.ts';

/** A request as the office reads it. */
export interface OfficeRequest extends NamedRequest {
  citizenName: string;
  request: CitizenRequest;
  /** In the order in which they were sent. */
  messages: Message[];
  /** The request's `countMoves`: whoever acts names the number that they had seen. */
  moves: number;
  assignment: Assignment;
}

/** Tells whether a text that somebody typed has the form of a reference. */
export function isReference(text: string): boolean {
  return REFERENCE.test(text);
}

/** Returns the citizen's request with this id; undefined also where it is out of reach. */
export async function findWithin(
  db: Db,
  { citizenId, id }: NamedRequest,
  reach: Reach,
): Promise<CitizenRequest | undefined> {
  const row = await db
    .selectFrom('requests')
    .select('request')
    .where('citizenId', '=', citizenId)
    .where('id', '=', id)
    .where(isWithin(reach))
    .executeTakeFirst();
  return row?.request;
}

export async function findByReference(
  db: Db,
  reach: Reach,
  reference: string,
): Promise<OfficeRequest | undefined> {
  if (!isReference(reference)) return undefined;
  const row = await officeRows(db, reach)
    .select('requests.citizenId')
    .where('requests.reference', '=', reference)
    .executeTakeFirst();
  if (!row) return undefined;
  const { citizenId, citizenName, request } = row;
  const named = { citizenId, id: request.id };
  const messages = await listMessages(db, named);
  const assignment = describeAssignment(await listServices(db), row);
  return {
    ...named,
    citizenName,
    request,
    messages,
    moves: countMoves(request, messages.length),
    assignment,
  };
}

/** Returns undefined also for another service's request; the record then says that somebody asked for it. */
export async function findForReader(
  context: Pick<Context, 'db' | 'clocks'>,
  { who, reach }: Reader,
  reference: string,
): Promise<OfficeRequest | undefined> {
  const { db } = context;
  const found = await findByReference(db, reach, reference);
  if (!found && (await findByReference(db, null, reference)))
    await record(context, db, { who, what: 'requestRefused', reference });
  return found;
}

/**
 * The count grows with every state and every message, whoever made them. What a citizen has read or rated does not count: it does not concern the office's next
 * step.
 */
export function countMoves({ history }: Pick<CitizenRequest, 'history'>, messages: number): number {
  return history.length + messages;
}
