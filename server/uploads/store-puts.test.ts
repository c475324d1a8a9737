import { expect, it } from 'vitest';
import type { Context } from '../context.ts';
import { addJob } from '../jobs/add-job.ts';
import { TRIES_MAX } from '../jobs/job-names.ts';
import { runDueJobs } from '../jobs/run-jobs.ts';
import { Outage } from '../outage.ts';
import { forgetOld } from '../retention/forget-old.ts';
import { createTestClocks } from '../testing/test-clocks.ts';
import { createTestContext } from '../testing/test-context.ts';
import { openTestDatabase } from '../testing/test-database.ts';

const SIX_HOURS_MS = 6 * 3_600_000;

it('bytes of forgotten files leave the store in the night after an outage, however long it was', async () => {
  const clocks = createTestClocks();
  const stored = new Set(['u_invoice']);
  let isDown = true;
  const files: Context['files'] = {
    put: () => expect.fail('Nothing is put'),
    get: () => expect.fail('Nothing is read'),
    async delete({ fileId }) {
      if (isDown) throw new Outage('files', new Error('503'));
      stored.delete(fileId);
    },
  };
  const context = { ...createTestContext(await openTestDatabase(), clocks), files, onBug() {} };
  const pieces = [{ place: 0, storedHash: '' }];
  const payload = { citizenId: 'c_rita', fileId: 'u_invoice', pieces };
  await context.db.transaction().execute((tx) => addJob(tx, { name: 'forgetPieces', payload, dueAt: 0 }));
  for (let tries = 0; tries < TRIES_MAX; tries += 1) {
    await runDueJobs(context, 'forgetPieces');
    clocks.advance(SIX_HOURS_MS);
  }
  isDown = false;
  await runDueJobs(context, 'forgetPieces');
  expect(stored.size).toBe(1);
  await forgetOld(context);
  await runDueJobs(context, 'forgetPieces');
  expect(stored.size).toBe(0);
  await context.db.destroy();
});
