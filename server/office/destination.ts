import type { ActWords } from '../db/office-tables.ts';
import type { Db } from '../db/schema.ts';
import { readService } from '../services/services.ts';

/** What is typed, as an act has it: one of the office's own services goes by the name that the citizen reads. */
export async function withDestination(db: Db, { body, otherOffice, service: id, note }: ActWords) {
  const service = id === '' ? undefined : await readService(db, id);
  const destination = service ? { service: service.id, otherOffice: service.name } : { otherOffice };
  return { body, ...destination, ...(note !== '' && { note }) };
}
