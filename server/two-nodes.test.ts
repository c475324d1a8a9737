import { afterAll, beforeAll, expect, it } from 'vitest';
import { connectPostgres } from './db/connect.ts';
import { migrate } from './db/migrate.ts';
import { addSenders, startLoad } from './testing/lasting-load.ts';
import { START_MS } from './testing/start-ms.ts';
import { type SuiteProcesses, startSuiteProcesses } from './testing/suite-processes.ts';
import { createTestClocks } from './testing/test-clocks.ts';
import { createTestContext } from './testing/test-context.ts';
import { startTwoNodes } from './testing/two-nodes.ts';

const KILLS = Number(process.env.KILLS ?? 1);
const CITIZENS = 500;
const BACK_WITHIN_MS = 30_000;
const ROUND_MS = 120_000;

const nodes = await startTwoNodes();

if (nodes) {
  let processes: SuiteProcesses;
  let senders: Awaited<ReturnType<typeof addSenders>>;
  beforeAll(async () => {
    const db = connectPostgres(nodes.url, 1);
    await migrate(db);
    senders = await addSenders(createTestContext(db, createTestClocks()), CITIZENS);
    await db.destroy();
    processes = await startSuiteProcesses(nodes.url);
  }, START_MS);
  afterAll(async () => {
    await processes?.stop();
    await nodes.stop();
  }, START_MS);

  it(
    `the leader of two nodes is killed ${KILLS} times: whatever was acknowledged is there, once, and citizens write again within half a minute`,
    async () => {
      const load = startLoad(processes.server, senders);
      const awayMs: number[] = [];
      for (let count = 0; count < KILLS; count += 1) {
        await load.untilAcknowledged();
        const killedAt = Date.now();
        const comeBack = await nodes.killLeader();
        await load.untilAcknowledged(killedAt + 1000);
        awayMs.push(load.longestSilenceMs(killedAt));
        comeBack();
        await nodes.untilBoth();
      }
      const acknowledged = await load.stop();
      console.log(
        `${acknowledged.size} requests; away for ${awayMs.map((ms) => (ms / 1000).toFixed(1)).join(', ')} s`,
      );
      expect(Math.max(...awayMs)).toBeLessThan(BACK_WITHIN_MS);

      const db = connectPostgres(nodes.url, 1);
      const kept = await db.selectFrom('requests').select(['id', 'reference']).execute();
      const news = await db.selectFrom('officeNews').select('requestId').execute();
      await db.destroy();
      const known = new Map(kept.map(({ id, reference }) => [id, reference]));
      expect([...acknowledged].filter(([id, reference]) => known.get(id) !== reference)).toEqual([]);
      const once = [kept.map(({ reference }) => reference), news.map(({ requestId }) => requestId)];
      for (const each of once)
        expect([each.length, new Set(each).size]).toEqual([acknowledged.size, acknowledged.size]);
    },
    START_MS + KILLS * ROUND_MS,
  );
} else {
  it.skip('Two nodes are not tried: patroni, etcd-server, haproxy or PostgreSQL is not on this machine', () => {});
}
