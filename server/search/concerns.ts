import { type RawBuilder, sql } from 'kysely';

/**
 * Selects the citizen's own requests, and those that somebody else made on their behalf. It first finds whose requests those may be, so that it looks at nobody
 * else's.
 */
export function concerns(citizenId: string): RawBuilder<boolean> {
  return sql<boolean>`requests.citizen_id = any(array(
      select ${citizenId}::text union all select citizen_id from representations where represented_id = ${citizenId}))
    and (requests.citizen_id = ${citizenId} or without_zeros(requests.request) -> 'onBehalfOf' ->> 'id' = ${citizenId})`;
}
