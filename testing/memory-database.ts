import Dexie from 'dexie';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { CitizenDatabase } from '../src/db/core/citizen-database.ts';

// Dexie's live queries stay silent where it finds no global IndexedDB, even for databases that bring their own.
Dexie.dependencies.indexedDB ??= new IDBFactory();
Dexie.dependencies.IDBKeyRange ??= IDBKeyRange;

/** Opens a citizen's database that belongs to one test alone. */
export function openMemoryDatabase(citizenId = 'c_test'): CitizenDatabase {
  return new CitizenDatabase(citizenId, { indexedDB: new IDBFactory(), IDBKeyRange });
}

/** Counts all rows of all tables. */
export async function countRows(db: CitizenDatabase): Promise<number> {
  const counts = await Promise.all(db.tables.map((table) => table.count()));
  return counts.reduce((sum, count) => sum + count, 0);
}
