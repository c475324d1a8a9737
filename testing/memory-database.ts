import Dexie from 'dexie';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { CitizenDatabase } from '../src/db/core/citizen-database.ts';

// Live queries stay silent where Dexie finds no IndexedDB of the surroundings, also for databases that bring their own.
Dexie.dependencies.indexedDB ??= new IDBFactory();
Dexie.dependencies.IDBKeyRange ??= IDBKeyRange;

/** A citizen's database that nobody else sees and that ends with the test. */
export function openMemoryDatabase(citizenId = 'c_test'): CitizenDatabase {
  return new CitizenDatabase(citizenId, { indexedDB: new IDBFactory(), IDBKeyRange });
}
