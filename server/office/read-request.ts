import type { CitizenRequest, Message } from '../../contract/types.ts';
import type { Context } from '../context.ts';
import type { Db } from '../db/schema.ts';
import type { Reach, Reader } from '../services/reach.ts';
import { listServices } from '../services/services.ts';
import { type Assignment, describeAssignment } from './assignment.ts';
import { countMoves } from './moves.ts';
import { officeRows } from './office-rows.ts';
import { record } from './record.ts';

/** A request as the office reads it. */
export interface OfficeRequest {
  citizenId: string;
  citizenName: string;
  request: CitizenRequest;
  /** In the order in which they were sent. */
  messages: Message[];
  /** How much has happened: whoever acts says by it what they had seen. */
  moves: number;
  assignment: Assignment;
}

/** What anybody may have typed as one. */
export function isReference(text: string): boolean {
  return /^EC-[0-9]{4}-[0-9]{7}$/.test(text);
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
  const messages = await listMessages(db, citizenId, request.id);
  const assignment = describeAssignment(await listServices(db), row);
  return {
    citizenId,
    citizenName,
    request,
    messages,
    moves: countMoves(request, messages.length),
    assignment,
  };
}

/** Undefined for another service's too. That somebody asked for one of those is in the record. */
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

async function listMessages(db: Db, citizenId: string, requestId: string): Promise<Message[]> {
  const rows = await db
    .selectFrom('messages')
    .select('message')
    .where('citizenId', '=', citizenId)
    .where('requestId', '=', requestId)
    .orderBy('sequence')
    .execute();
  return rows.map(({ message }) => message);
}
