import type { CitizenDatabase } from '../core/citizen-database.ts';

/** Whether the server has the request, as far as this device knows. It has its own file, so that the first page of a visit loads nothing else of requests. */
export async function hasRequest(db: CitizenDatabase, id: string): Promise<boolean> {
  return (await db.requests.where('id').equals(id).count()) > 0;
}
