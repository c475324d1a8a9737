import { createHash } from 'node:crypto';
import { expressionBuilder, sql } from 'kysely';
import type { DraftContent, SubmittedAttachment } from '../../contract/types.ts';
import type { SentFacts } from '../../domain/decide/sent.ts';
import type { InspectedFile } from '../../domain/inspected-file.ts';
import { canonicalJson } from '../../domain/proof/canonical-json.ts';
import type { Places } from '../db/build-once.ts';
import type { Tables, Tx } from '../db/schema.ts';
import { etagOf } from '../drafts/account-drafts.ts';

export type Key = Tables['requestKeys'];
/** The columns by which a key is found. */
export type KeyNames = Pick<Key, 'citizenId' | 'id' | 'revision'>;

/** Hashes in this thread. Web Crypto, with which a browser hashes, would take a turn of another thread for what is done in microseconds. */
export function hashOf(content: unknown): string {
  return createHash('sha256').update(canonicalJson(content)).digest('hex');
}

/** Selects what is known of a key, what its id has become and the draft of this id, within another statement. The caller holds the citizen's lock. */
export function keyFacts({ citizenId, id, revision }: Places<KeyNames>) {
  const { selectFrom } = expressionBuilder<Tables>();
  const draftOf = selectFrom('drafts').where('citizenId', '=', citizenId).where('id', '=', id);
  return [
    selectFrom('requestKeys')
      .select('contentHash')
      .where('citizenId', '=', citizenId)
      .where('id', '=', id)
      .where('revision', '=', revision)
      .as('keyHash'),
    selectFrom('takenIds')
      .select('kind')
      .where('citizenId', '=', citizenId)
      .where('id', '=', id)
      .limit(1)
      .as('takenAs'),
    draftOf.select('sequence').as('draftSequence'),
    draftOf.select('content').as('draftContent'),
  ] as const;
}

interface KeyFacts {
  keyHash: string | null;
  takenAs: string | null;
  draftSequence: number | null;
  draftContent: DraftContent | null;
}

/** Returns what `keyFacts` selected as the facts of a decision. */
export function factsOf({
  keyHash,
  takenAs,
  draftSequence,
  draftContent,
}: KeyFacts): Pick<SentFacts<unknown>, 'keyHash' | 'isIdTaken' | 'draft'> {
  const isDraft = draftSequence !== null && draftContent !== null;
  const draft = isDraft ? { etag: etagOf(draftSequence), content: draftContent } : null;
  return { keyHash, isIdTaken: takenAs !== null, draft };
}

/** Returns what is known of the files that were inspected before. */
export async function findFileFacts(
  tx: Tx,
  citizenId: string,
  requestId: string,
  claimed: readonly SubmittedAttachment[],
  seen: readonly InspectedFile[],
): Promise<Pick<SentFacts<unknown>, 'files' | 'attachments'>> {
  if (claimed.length === 0) return { files: [], attachments: [] };
  const ids = claimed.map(({ id }) => id);
  const rows = await tx
    .selectFrom('attachments')
    .select('attachment')
    .where('citizenId', '=', citizenId)
    .where('requestId', '=', requestId)
    .where('id', '=', sql<string>`any(${ids})`)
    .execute();
  const uploadIds = seen.map((file) => file.claimed.uploadId);
  const uploads = await tx
    .selectFrom('uploads')
    .select('id')
    .where('citizenId', '=', citizenId)
    .where('id', '=', sql<string>`any(${uploadIds})`)
    .execute();
  const files = seen.filter((file) => uploads.some(({ id }) => id === file.claimed.uploadId));
  return { files, attachments: rows.map(({ attachment }) => attachment) };
}
