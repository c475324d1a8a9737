import { expect, test } from 'vitest';
import { NOON, submitCompleteDraft, writeReply } from '../../../testing/builders.ts';
import { openMemoryDatabase } from '../../../testing/memory-database.ts';
import { isOpen, readDraft } from '../drafts/drafts.ts';
import { reopenStranded } from '../storage/tidy.ts';
import { submitDraft } from './submit-draft.ts';

test('a reply that an older tab took out of the outbox is a draft again; what waits goes on waiting', async () => {
  const db = openMemoryDatabase();
  const requestId = crypto.randomUUID();
  const taken = await writeReply(db, requestId);
  await submitDraft(db, taken, NOON);
  await db.outbox.where('requestId').equals(requestId).delete();
  const waiting = await writeReply(db, requestId, { text: 'Ainda à espera de ser enviada.' });
  await submitDraft(db, waiting, NOON);
  const request = await submitCompleteDraft(db);

  await reopenStranded(db);
  expect(isOpen(await readDraft(db, taken))).toBe(true);
  expect(isOpen(await readDraft(db, waiting))).toBe(false);
  expect(isOpen(await readDraft(db, request))).toBe(false);
});
