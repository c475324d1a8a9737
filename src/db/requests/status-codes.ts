import type { CitizenDatabase } from '../core/citizen-database.ts';

const keyOf = (requestId: string) => `statusCode/${requestId}`;

/** The código de consulta that the server named last; null: it was switched off, undefined: it was never asked for here. */
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
