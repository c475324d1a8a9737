import type { CitizenDatabase } from '../core/citizen-database.ts';

const keyOf = (requestId: string) => `statusCode/${requestId}`;

/** Reads the last código de consulta from the server. Null: it was switched off. Undefined: nobody asked for it on this device. */
export async function readKeptStatusCode(
  db: CitizenDatabase,
  requestId: string,
): Promise<string | null | undefined> {
  const kept = await db.metadata.get(keyOf(requestId));
  return kept?.value as string | null | undefined;
}

export async function keepStatusCode(
  db: CitizenDatabase,
  requestId: string,
  code: string | null,
): Promise<void> {
  await db.metadata.put({ key: keyOf(requestId), value: code });
}

export async function forgetStatusCode(db: CitizenDatabase, requestId: string): Promise<void> {
  await db.metadata.delete(keyOf(requestId));
}
