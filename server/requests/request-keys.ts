import { createHash } from 'node:crypto';
import { problem } from '../../contract/problem.ts';
import type { CitizenRequest } from '../../contract/types.ts';
import { canonicalJson } from '../../domain/content-hash.ts';
import type { Db, Tables, Tx } from '../db/schema.ts';

type Key = Tables['requestKeys'];

/** Throws `key-reused` where the same key came with other content. */
export async function requireSameContent(
  db: Db,
  { citizenId, id, revision, contentHash }: Key,
): Promise<void> {
  const known = await db
    .selectFrom('requestKeys')
    .select('contentHash')
    .where('citizenId', '=', citizenId)
    .where('id', '=', id)
    .where('revision', '=', revision)
    .executeTakeFirst();
  requireSame(known?.contentHash, contentHash);
}

/**
 * Also answers the request that this id became, under whatever revision: a device that took it back and changed it, not knowing that it had
 * arrived, must not make a second one.
 */
export async function findEarlierRequest(
  db: Db,
  { citizenId, id, revision, contentHash }: Key,
): Promise<CitizenRequest | undefined> {
  const known = await db
    .selectNoFrom((from) => [
      from
        .selectFrom('requestKeys')
        .select('contentHash')
        .where('citizenId', '=', citizenId)
        .where('id', '=', id)
        .where('revision', '=', revision)
        .as('contentHash'),
      from
        .selectFrom('requests')
        .select('request')
        .where('citizenId', '=', citizenId)
        .where('id', '=', id)
        .as('request'),
    ])
    .executeTakeFirstOrThrow();
  requireSame(known.contentHash, contentHash);
  return known.request ?? undefined;
}

function requireSame(known: string | null | undefined, contentHash: string): void {
  if (known != null && known !== contentHash) throw problem('key-reused');
}

/** In the transaction of the effect, or an answer lost in between would make two. */
export async function keepKey(tx: Tx, key: Key): Promise<void> {
  await tx.insertInto('requestKeys').values(key).execute();
}

/** Here and not where a browser hashes: that takes a thread's turn for what is done in microseconds. */
export function hashOf(content: unknown): string {
  return createHash('sha256').update(canonicalJson(content)).digest('hex');
}
