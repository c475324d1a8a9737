import type { Change, ChangePage } from '../contract/types.ts';
import { createPageMeter, readCursor, requireKnown } from '../domain/changes-page.ts';
import { DEFAULT_LIMITS } from '../domain/limits.ts';
import { type Call, worldInstant } from './call.ts';
import { draftOf, isKept } from './draft-row.ts';
import { ownKey } from './own-key.ts';
import { withPlaces } from './signed-change.ts';
import { type Entry, LAST_KEY, orderedKey } from './store.ts';
import type { FeedRow } from './tables.ts';

/**
 * Puts a resource at the end of its citizen's feed and returns its place. The place that it had before is given up, so that a device reads a resource that
 * changed twice only once, in its last state.
 */
export async function moveToEndOfFeed(
  call: Call,
  citizenId: string,
  entry: FeedRow,
  previousSequence: number | null,
): Promise<number> {
  const sequence = call.world.lastSequence + 1;
  call.world = { ...call.world, lastSequence: sequence };
  if (previousSequence !== null) await leaveFeed(call, citizenId, previousSequence);
  await call.tx.put('feed', feedKey(citizenId, sequence), entry);
  return sequence;
}

export async function leaveFeed(call: Call, citizenId: string, sequence: number): Promise<void> {
  await call.tx.remove('feed', feedKey(citizenId, sequence));
}

export async function readFeed(
  call: Call,
  citizenId: string,
  cursor: string | null,
  limit: number,
): Promise<ChangePage> {
  const { epoch: worldEpoch, lastSequence } = call.world;
  // Places are counted for the whole world, so only the epoch keeps a citizen from going on where another has read.
  const epoch = `${worldEpoch}-${citizenId}`;
  const read = readCursor(cursor);
  requireKnown(read, { epoch, lastSequence });
  const { after } = read;
  const entries = await call.tx.range('feed', {
    after: feedKey(citizenId, after),
    before: `${citizenId}/${LAST_KEY}`,
    limit: limit + 1,
  });
  const changes = await readChanges(call, citizenId, entries.slice(0, limit));
  const last = entries[changes.length - 1];
  return {
    changes,
    cursor: `${epoch}.${last ? Number(last.key.split('/').at(-1)) : after}`,
    more: entries.length > changes.length,
    serverTime: worldInstant(call),
  };
}

/** Reads as many changes as fit into a page, and at least one. */
async function readChanges(call: Call, citizenId: string, entries: Entry<FeedRow>[]): Promise<Change[]> {
  const changes: Change[] = [];
  const fits = createPageMeter(DEFAULT_LIMITS.changesMaxBytes);
  for (const { value } of entries) {
    const change = await readChange(call, citizenId, value);
    if (!fits(JSON.stringify(withPlaces(change)))) break;
    changes.push(change);
  }
  return changes;
}

function feedKey(citizenId: string, sequence: number): string {
  return `${citizenId}/${orderedKey(sequence)}`;
}

async function readChange({ tx }: Call, citizenId: string, { type, id }: FeedRow): Promise<Change> {
  switch (type) {
    case 'request': {
      const row = await tx.get('requests', ownKey(citizenId, id));
      if (row) return { type, request: row.request };
      break;
    }
    case 'message': {
      const row = await tx.get('messages', ownKey(citizenId, id));
      if (row) return { type, message: row.message };
      break;
    }
    case 'draft': {
      const row = await tx.get('drafts', ownKey(citizenId, id));
      if (row) return isKept(row) ? { type, draft: draftOf(id, row) } : { type: 'draftDeleted', draftId: id };
      break;
    }
  }
  throw new Error(`The feed names a ${type} that is not there`);
}
