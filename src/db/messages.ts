import type { CitizenDatabase } from './citizen-database.ts';
import type { MessageRow } from './schema.ts';

/** Newest last. */
export function listMessages(db: CitizenDatabase, requestId: string): Promise<MessageRow[]> {
  return db.messages.where('[requestId+sentAt]').between([requestId, ''], [requestId, '\uffff']).toArray();
}
