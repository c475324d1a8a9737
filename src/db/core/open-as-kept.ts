import type Dexie from 'dexie';
import type { DatabaseEngine } from './citizen-database.ts';

/** Thrown where a database has the version of another build. Only pages may bring a database to the version of their build. */
export class OtherBuildError extends Error {}

/**
 * Opens a database exactly as it is kept. It never makes one: it returns null where there is none, also where the database is erased while it is
 * being opened. Throws an `OtherBuildError` where the version is older or newer than this build's. Dexie cannot make or upgrade it later either.
 */
export async function openAsKept<Db extends Dexie>(
  engine: DatabaseEngine,
  create: (engine: DatabaseEngine) => Db,
): Promise<Db | null> {
  const refused: { why: 'absent' | 'otherBuild' | null } = { why: null };
  const db = create({ ...engine, indexedDB: keepAsItIs(engine.indexedDB, (why) => (refused.why = why)) });
  try {
    await db.open();
    return db;
  } catch (error) {
    db.close();
    if (refused.why === 'absent') return null;
    throw refused.why === 'otherBuild' ? new OtherBuildError(db.name) : error;
  }
}

function keepAsItIs(factory: IDBFactory, onRefused: (why: 'absent' | 'otherBuild') => void): IDBFactory {
  return {
    open(name, version) {
      // Dexie opens without a version after it has found a database of a newer build.
      if (version === undefined) {
        onRefused('otherBuild');
        throw new OtherBuildError(name);
      }
      const opening = factory.open(name, version);
      // This listener is added before Dexie's own, and keeps the event from it.
      opening.addEventListener('upgradeneeded', (event) => {
        event.stopImmediatePropagation();
        onRefused(event.oldVersion === 0 ? 'absent' : 'otherBuild');
        opening.transaction?.abort();
      });
      return opening;
    },
    cmp: (first, second) => factory.cmp(first, second),
    databases: () => factory.databases(),
    deleteDatabase: (name) => factory.deleteDatabase(name),
  };
}
