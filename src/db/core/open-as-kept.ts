import type Dexie from 'dexie';
import type { DatabaseEngine } from './citizen-database.ts';

/** Of another build, whose pages bring it to theirs: nobody else may change what is in it. */
export class OtherBuildError extends Error {}

/**
 * Opens a database exactly as it is kept. Null where there is none, also where it is erased while it is being opened: none is made. Throws an
 * `OtherBuildError` where its version is an older or a newer one than that of this build. Both hold for as long as it is used.
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
      // So asks Dexie where a newer build has been here.
      if (version === undefined) {
        onRefused('otherBuild');
        throw new OtherBuildError(name);
      }
      const opening = factory.open(name, version);
      // Before Dexie's own.
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
