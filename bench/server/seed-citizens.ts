import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { submission } from '../../contract/conformance/subject.ts';
import { migrate } from '../../server/db/migrate.ts';
import type { Db } from '../../server/db/schema.ts';
import { submitRequest } from '../../server/requests/submit-request.ts';
import { createTestContext } from '../../server/testing/test-context.ts';

export const REQUESTS_EACH = 20;
/** Each citizen has a session, since signing in is not measured here. Its secret is the citizen's number, padded to this many digits. */
const DIGITS = 64;
export const citizenIdOf = (n: number) => `c_bench${n}`;
export const secretOf = (n: number) => String(n).padStart(DIGITS, '0');

/** Adds citizens with twenty requests each. The first citizen's requests are submitted, those of the others copied. */
export async function seedCitizens(db: Db, count: number): Promise<void> {
  const now = Date.now();
  const all = sql`generate_series(0, ${count - 1}::int) as n`;
  const run = (statement: ReturnType<typeof sql>) => statement.execute(db);
  await migrate(db);
  const context = createTestContext(db, { now: Date.now, officeNow: Date.now });
  const citizens = Array.from({ length: count }, (_, n) => {
    const id = citizenIdOf(n);
    const contact = '{"channel":"sms","masked":"*** 00"}';
    return sql`(${id}, ${context.seal.seal('10000000000', id)}, 'Ana', 'person', ${contact}, 'bench')`;
  });
  await run(
    sql`insert into citizens (id, niss_sealed, name, holder, contact, feed_epoch) values ${sql.join(citizens)}`,
  );
  await run(sql`insert into sessions (citizen_id, id, secret_hash, stage, way, shared, begun_at, seen_at)
    select 'c_bench' || n, gen_random_uuid(), sha256(lpad(n::text, ${DIGITS}::int, '0')::bytea), 'signedIn', 'password', false,
      ${now}::bigint, ${now}::bigint from ${all}`);
  for (let sent = 0; sent < REQUESTS_EACH; sent += 1) {
    const named = { citizenId: citizenIdOf(0), id: randomUUID(), revision: 1 };
    await submitRequest(context, { ...named, content: submission() });
  }
  await run(sql`insert into requests (citizen_id, id, sequence, request, request_bytes, reference, state, due_on, received_at)
    select 'c_bench' || n, new_id, sequence, replace(replace(request::text, id, new_id), reference, new_reference)::json,
      request_bytes, new_reference, state, due_on, received_at
    from (select requests.*, n, gen_random_uuid()::text as new_id, 'EC-2026-' || lpad(nextval('reference_numbers')::text, 7, '0') as new_reference
      from ${all}, requests where n > 0) as copies`);
  // A plan that is made while a table is as good as empty reads the whole of it, and would be kept while it grows.
  await run(
    sql`insert into taken_ids (citizen_id, id, kind) select citizen_id, id, 'request' from requests on conflict do nothing`,
  );
  await run(sql`insert into request_keys (citizen_id, id, revision, content_hash)
    select citizen_id, id, 1, repeat('0', 64) from requests on conflict do nothing`);
  await run(sql`update citizens set last_sequence = ${REQUESTS_EACH} where last_sequence = 0`);
  await run(sql`analyze`);
}
