import { beforeEach, expect, it } from 'vitest';
import {
  citizenMessage,
  listRequests,
  NOON,
  receiveMessage,
  registeredRequest,
  writeReply,
} from '../../../testing/builders.ts';
import { openMemoryDatabase } from '../../../testing/memory-database.ts';
import type { CitizenDatabase } from '../core/citizen-database.ts';
import { readCounter } from '../core/counters.ts';
import { readDraft } from '../drafts/drafts.ts';
import { readDownloadState, wantDownload } from '../files/downloads.ts';
import { countRatingDrafts, keepRatingDraft } from '../outbox/rating-draft.ts';
import { applyChanges } from './apply-changes.ts';
import { listMessages } from './messages.ts';
import { recordReceived } from './requests.ts';
import { keepStatusCode, readKeptStatusCode } from './status-codes.ts';

const [OLD, OTHER] = [crypto.randomUUID(), crypto.randomUUID()];
const FILE = { attachmentId: crypto.randomUUID(), requestId: OLD, size: 3, sha256: 'x' };

let db: CitizenDatabase;

beforeEach(async () => {
  db = openMemoryDatabase();
  for (const id of [OLD, OTHER]) {
    await recordReceived(db, registeredRequest(id, { state: 'closed' }));
    await receiveMessage(db, citizenMessage(crypto.randomUUID(), id));
  }
  await wantDownload(db, FILE, NOON);
});

async function hearThatItIsGone(id: string): Promise<void> {
  const changes = [{ type: 'draftDeleted' as const, draftId: id }];
  await applyChanges(db, { changes, cursor: '9', more: false, serverTime: NOON.toISOString() }, NOON);
}

it('a request that the institution keeps no longer leaves the device, with its messages and files, and no other does', async () => {
  await hearThatItIsGone(OLD);
  expect((await listRequests(db, 'finished', 9)).map(({ id }) => id)).toEqual([OTHER]);
  expect(await readCounter(db, 'finished')).toBe(1);
  expect(await listMessages(db, OLD)).toEqual([]);
  expect(await listMessages(db, OTHER)).toHaveLength(1);
  expect(await readDownloadState(db, FILE.attachmentId)).toBe('none');
  // The feed says it twice, as after a kill in the middle of a page.
  await hearThatItIsGone(OLD);
  expect(await readCounter(db, 'finished')).toBe(1);
});

it('what the citizen has begun to write about it, and not sent, stays', async () => {
  const replyId = await writeReply(db, OLD);
  await hearThatItIsGone(OLD);
  expect(await readDraft(db, replyId)).toBeDefined();
});

it('a rating that can no longer be sent and a code that opens nothing go with it', async () => {
  await keepRatingDraft(db, OLD, { helpful: true, comment: 'Percebi' });
  await keepRatingDraft(db, OTHER, { helpful: false, comment: '' });
  for (const id of [OLD, OTHER]) await keepStatusCode(db, id, 'ABCDEFGHJK');
  await hearThatItIsGone(OLD);
  expect(await countRatingDrafts(db)).toBe(1);
  expect(await readKeptStatusCode(db, OLD)).toBeUndefined();
  expect(await readKeptStatusCode(db, OTHER)).toBe('ABCDEFGHJK');
});

it('a request that is not over stays, whatever is told: a draft of its id was deleted on another device', async () => {
  const id = crypto.randomUUID();
  await recordReceived(db, registeredRequest(id));
  await hearThatItIsGone(id);
  expect(await db.requests.get(id)).toBeDefined();
});
