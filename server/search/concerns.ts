import { type RawBuilder, sql } from 'kysely';

/** The word under which a request on behalf of a citizen is kept, whoever may act for them now. Nobody can seek it, nor its beginning: no word begins with that sign. */
export function onBehalfWord(citizenId: string): string {
  return `/onBehalfOf/${citizenId}`;
}

/**
 * Selects the citizen's own requests, and those that somebody else made on their behalf. It first finds whose requests those may be, so that it looks at nobody
 * else's: of those who may act for the citizen now, too, since an older version keeps requests without that word.
 */
export function concerns(citizenId: string): RawBuilder<boolean> {
  return sql<boolean>`requests.citizen_id = any(array(
      select ${citizenId}::text
      union all select citizen_id from office_words where words @@ ${`'${onBehalfWord(citizenId)}'`}::tsquery
      union all select citizen_id from representations where represented_id = ${citizenId}))
    and (requests.citizen_id = ${citizenId} or without_zeros(requests.request) -> 'onBehalfOf' ->> 'id' = ${citizenId})`;
}
