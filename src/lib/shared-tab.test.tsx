import { expect, it } from 'vitest';
import { leavePage } from '../../shared/page-leaving.ts';
import { provideLocks } from '../../testing/provide-locks.ts';
import { openShared } from '../../testing/shared-device.ts';
import { isInSharedTab } from './shared-tab.ts';

it('other tabs find the one of a citizen who shares the device until its page is left', async () => {
  provideLocks();
  const { db, close } = await openShared();
  // Another tab has a memory of its own.
  sessionStorage.clear();
  expect(await isInSharedTab(db.citizenId)).toBe(true);
  await close();
  leavePage();
  await expect.poll(() => isInSharedTab(db.citizenId)).toBe(false);
});
