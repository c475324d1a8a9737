import type { ActWords } from '../db/office-tables.ts';
import type { Db } from '../db/schema.ts';
import { readService } from '../services/services.ts';

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
