import type { CitizenDatabase } from '../core/citizen-database.ts';
import type { SearchSource } from './request-search-memory.ts';

/** Dexie's connection, where there is no worker. */
export function dexieSource(db: CitizenDatabase): SearchSource {
  return {
    requestsAfter: (id, limit) =>
      db.requests
        .where('id')
        .above(id ?? '')
        .limit(limit)
        .toArray(),
    messagesAfter: (id, limit) =>
      db.messages
        .where('id')
        .above(id ?? '')
        .limit(limit)
        .toArray(),
    requestsById: (ids) => db.requests.bulkGet([...ids]),
    messagesById: (ids) => db.messages.bulkGet([...ids]),
  };
}
