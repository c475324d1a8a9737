import type { Expression } from 'kysely';
import { problem } from '../contract/problem.ts';
import type { Person } from '../contract/types.ts';
import type { Usage } from '../domain/account-usage.ts';
import type { DayUsage } from '../domain/day-limits.ts';
import { maskNiss, nissHolder } from '../domain/niss.ts';
import { buildOnce, type Places } from './db/build-once.ts';
import type { CitizenRow, Db, Tx } from './db/schema.ts';
import type { Seal } from './seal.ts';

/** Returns the row of a citizen who is signed in. Throws `signed-out` when their account has been closed meanwhile. */
export async function citizenOf(db: Db, id: string): Promise<CitizenRow> {
  return requireThere(await findCitizen(db, id));
}

/** Returns undefined when the citizen's account has been closed: the server keeps nothing of it. */
export async function findCitizen(db: Db, id: string): Promise<CitizenRow | undefined> {
  const [row] = await find(db, { id });
  return row;
}

const find = buildOnce((db, { id }: Places<{ id: string }>) =>
  db.selectFrom('citizens').selectAll().where('id', '=', id),
);

/**
 * Locks the citizen's row; whoever writes for a citizen does this first. Until the transaction ends, all others who write for them wait. So what the
 * transaction has read stays true, and changes get their places in the feed in the order in which they become visible. Throws `signed-out` when the account has
 * been closed.
 */
export async function lockCitizen(tx: Tx, id: string): Promise<CitizenRow> {
  return requireThere(await lockIfThere(tx, id));
}

export async function lockIfThere(tx: Tx, id: string): Promise<CitizenRow | undefined> {
  const [row] = await lock(tx, { id });
  return row;
}

const lock = buildOnce((db, { id }: Places<{ id: string }>) =>
  db.selectFrom('citizens').selectAll().where('id', '=', id).forNoKeyUpdate(),
);

function requireThere(row: CitizenRow | undefined): CitizenRow {
  if (!row) throw problem('signed-out');
  return row;
}

type Text = string | Expression<string>;

/**
 * Takes the next place in the citizen's feed, in the statement that puts something there. The caller holds the citizen's lock. `dayUsage`: the day's count as
 * JSON, when the citizen has sent what is put there.
 */
export function takePlace(db: Db, citizenId: Text, dayUsage?: Text) {
  return db.with('place', (feed) =>
    feed
      .updateTable('citizens')
      .set((row) => ({ lastSequence: row('lastSequence', '+', 1), ...(dayUsage && { dayUsage }) }))
      .where('id', '=', citizenId)
      .returning('lastSequence as sequence'),
  );
}

/** Adds to the citizen's counts in the transaction that keeps or deletes something: nothing is ever counted anew. */
export async function changeUsage(
  tx: Tx,
  citizenId: string,
  by: Partial<Usage> & { dayUsage?: DayUsage },
): Promise<void> {
  const { drafts = 0, uploads = 0, uploadBytes = 0, dayUsage } = by;
  await tx
    .updateTable('citizens')
    .set((row) => ({
      drafts: row('drafts', '+', drafts),
      uploads: row('uploads', '+', uploads),
      uploadBytes: row('uploadBytes', '+', uploadBytes),
      ...(dayUsage && { dayUsage: JSON.stringify(dayUsage) }),
    }))
    .where('id', '=', citizenId)
    .execute();
}

export function findCitizenId(db: Db, seal: Seal, niss: string): Promise<string | undefined> {
  return findByNiss(db, seal.fingerprint(niss));
}

/** `hash`: the fingerprint of the NISS. */
export async function findByNiss(db: Db, hash: Uint8Array): Promise<string | undefined> {
  const found = await db
    .selectFrom('identities')
    .select('citizenId')
    .where('nissHash', '=', hash)
    .executeTakeFirst();
  return found?.citizenId;
}

interface NewCitizen extends Pick<CitizenRow, 'id' | 'name' | 'contact'> {
  niss: string;
}

/** Repeatable: a citizen who is known stays as they are. */
export async function addCitizen(tx: Tx, seal: Seal, { id, niss, name, contact }: NewCitizen): Promise<void> {
  const identity = { nissHash: seal.fingerprint(niss), citizenId: id };
  const added = await tx
    .insertInto('identities')
    .values(identity)
    .onConflict((conflict) => conflict.doNothing())
    .returning('citizenId')
    .executeTakeFirst();
  if (!added) return;
  await tx
    .insertInto('citizens')
    .values({
      id,
      nissSealed: seal.seal(niss, id),
      name,
      holder: nissHolder(niss),
      contact: JSON.stringify(contact),
      feedEpoch: newEpoch(),
    })
    .execute();
}

function newEpoch(): string {
  return crypto.randomUUID().slice(0, 8);
}

export function personOf(seal: Seal, { id, name, holder, nissSealed }: CitizenRow): Person {
  return { id, name, maskedNiss: maskNiss(seal.open(nissSealed, id)), holder };
}
