import { setTimeout as wait } from 'node:timers/promises';
import { PUSH_SERVICES } from '../../domain/push/push-services.ts';
import { connectPostgres } from '../db/connect.ts';
import { runDueJobs } from '../jobs/run-jobs.ts';
import { createPush } from '../push/push.ts';
import { callAtPort } from './push-service.ts';
import { createTestContext } from './test-context.ts';

/** A process that tells devices of news until it is killed. Its clock is ahead, and its push service is on this machine. */
const [address = '', port = '', aheadMs = '0'] = process.argv.slice(2);
const now = () => Date.now() + Number(aheadMs);
const db = connectPostgres(address, 3);
const context = createTestContext(db, { now, officeNow: now });
const { seal, site } = context;
const push = createPush({
  db,
  seal,
  now,
  subject: site,
  services: PUSH_SERVICES,
  call: callAtPort(Number(port)),
});

process.on('disconnect', () => process.exit());
for (;;) {
  await runDueJobs({ ...context, push }, 'sendPush');
  await wait(50);
}
