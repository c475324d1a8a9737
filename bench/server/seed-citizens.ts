import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Context } from '../../server/context.ts';
import { submitRequest } from '../../server/requests/submit-request.ts';
import { hashSecret } from '../../server/seal.ts';
import { CONTENT, citizenIdOf, secretOf } from './bench-citizen.ts';

export const REQUESTS_EACH = 20;

/** So many citizens as there shall be, each signed in and with twenty requests: the first one's are submitted, the others' copied. */
export async function seedCitizens(context: Context, from: number, to: number): Promise<void> {
  const now = Date.now();
  const fresh = Array.from({ length: to - from }, (_, index) => from + index);
  const { db, seal } = context;
  await db
    .insertInto('citizens')
    .values(
      fresh.map((n) => ({
        id: citizenIdOf(n),
        nissSealed: seal.seal('10000000000', citizenIdOf(n)),
        name: `Pessoa ${n}`,
        holder: 'person' as const,
        contact: JSON.stringify({ channel: 'sms', masked: '*** *** *00' }),
        feedEpoch: 'bench',
      })),
    )
    .execute();
  await db
    .insertInto('sessions')
    .values(
      fresh.map((n) => ({
        citizenId: citizenIdOf(n),
        id: randomUUID(),
        secretHash: hashSecret(secretOf(n)),
        stage: 'signedIn' as const,
        way: 'password' as const,
        shared: false,
        device: null,
        begunAt: now,
        seenAt: now,
        erasedAt: null,
        lastSignIn: null,
      })),
    )
    .execute();
  const template = citizenIdOf(0);
  if (from === 0) {
    for (let count = 0; count < REQUESTS_EACH; count += 1) {
      const named = { citizenId: template, id: randomUUID() };
      await submitRequest(context, { ...named, revision: 1, content: CONTENT });
    }
  }
  await copyRequests(context, template, fresh.filter((n) => n > 0).map(citizenIdOf));
  await sql`analyze`.execute(db);
}

async function copyRequests({ db }: Context, template: string, citizenIds: readonly string[]): Promise<void> {
  await sql`
    insert into requests (citizen_id, id, sequence, request, request_bytes, reference, state, due_on, received_at)
    select c.id, n.id, t.sequence, replace(replace(t.request::text, t.id, n.id), t.reference, n.reference)::json,
      t.request_bytes, n.reference, t.state, t.due_on, t.received_at
    from (select * from requests where citizen_id = ${template} order by sequence limit ${REQUESTS_EACH}) t
    cross join unnest(${citizenIds}::text[]) as c (id)
    cross join lateral (
      select gen_random_uuid()::text as id, 'EC-2026-' || lpad(nextval('reference_numbers')::text, 7, '0') as reference
      where t.id <> c.id
    ) n`.execute(db);
  await db
    .updateTable('citizens')
    .set({ lastSequence: REQUESTS_EACH })
    .where('id', 'in', citizenIds)
    .execute();
}
