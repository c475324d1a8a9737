import type { CitizenDatabase } from '../core/citizen-database.ts';
import { keepMetadata, readMetadata } from '../core/metadata.ts';

/** The código de consulta that the server named last; null: it was switched off, undefined: it was never asked for here. */
export async function readKeptStatusCode(
  db: CitizenDatabase,
  requestId: string,
): Promise<string | null | undefined> {
  const kept = await readMetadata(db, 'statusCodes');
  return Object.hasOwn(kept, requestId) ? kept[requestId] : undefined;
}

export function keepStatusCode(db: CitizenDatabase, requestId: string, code: string | null): Promise<void> {
  return db.transaction('rw', db.metadata, async () => {
    const kept = await readMetadata(db, 'statusCodes');
    if (kept[requestId] !== code) await keepMetadata(db, 'statusCodes', { ...kept, [requestId]: code });
  });
}
