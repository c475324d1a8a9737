import { expect, test } from 'vitest';
import { NOON, writeCompleteDraft } from '../../../testing/builders.ts';
import { openMemoryDatabase } from '../../../testing/memory-database.ts';
import { createCurrentDatabase } from '../../db/core/database-context.ts';
import { GUEST_ID } from '../../db/core/occupant.ts';
import { deleteDraft } from '../../db/drafts/mark-draft.ts';
import { askBeforeLeaving } from './ask-before-leaving.ts';

test('the browser asks before a page is left that alone has a draft, and not once the draft or its writer is gone', async () => {
  const page = new EventTarget();
  /** Whether the browser would ask somebody who leaves now. */
  const asks = () => !page.dispatchEvent(new Event('beforeunload', { cancelable: true }));
  const current = createCurrentDatabase();
  const stop = askBeforeLeaving({ current, page });
  const db = openMemoryDatabase(GUEST_ID);
  await current.change(db);
  expect(asks()).toBe(false);

  const draftId = await writeCompleteDraft(db);
  await expect.poll(asks).toBe(true);
  await deleteDraft(db, draftId, NOON);
  await expect.poll(asks).toBe(false);

  await writeCompleteDraft(db);
  await expect.poll(asks).toBe(true);
  await current.change(null);
  expect(asks()).toBe(false);
  stop();
});
