import type { CitizenDatabase } from '../core/citizen-database.ts';

/** Whether the server has it, as far as this device knows. Apart from what reads and writes requests: the first page of a visit asks this alone. */
export async function hasRequest(db: CitizenDatabase, id: string): Promise<boolean> {
  return (await db.requests.where('id').equals(id).count()) > 0;
}
