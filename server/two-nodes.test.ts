import { afterAll, beforeAll, expect, it } from 'vitest';
import { seedCitizens } from '../bench/server/seed-citizens.ts';
import { ORIGIN } from '../contract/conformance/subject.ts';
import { connectPostgres } from './db/connect.ts';
import { startLoad } from './testing/lasting-load.ts';
import { START_MS } from './testing/start-ms.ts';
import { type SuiteProcesses, startSuiteProcesses } from './testing/suite-processes.ts';
import { startTwoNodes } from './testing/two-nodes.ts';

const KILLS = Number(process.env.KILLS ?? 1);
const CITIZENS = 500;
const BACK_WITHIN_MS = 30_000;
const ROUND_MS = 120_000;

const nodes = await startTwoNodes();

if (nodes) {
  let processes: SuiteProcesses;
  beforeAll(async () => {
    const db = connectPostgres(nodes.url, 1);
    await seedCitizens(db, 0, CITIZENS);
    await db.destroy();
    processes = await startSuiteProcesses(2, nodes.url, ORIGIN);
  }, START_MS);
  afterAll(async () => {
    await processes?.stop();
    await nodes.stop();
  }, START_MS);

  it(
    `the leader of two nodes is killed ${KILLS} times: whatever was acknowledged is there, once, and citizens write again within half a minute`,
    async () => {
      const load = startLoad(processes.server, CITIZENS);
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
      const kept = await db
        .selectFrom('requests')
        .select(['id', 'reference'])
        .where('id', 'in', db.selectFrom('requestKeys').select('id'))
        .execute();
      const news = await db
        .selectFrom('officeNews')
        .select('requestId')
        .where('what', '=', 'submitted')
        .execute();
      await db.destroy();
      const ofLoad = kept.filter(({ id }) => acknowledged.has(id));
      expect(new Map(ofLoad.map(({ id, reference }) => [id, reference]))).toEqual(acknowledged);
      expect(ofLoad).toHaveLength(acknowledged.size);
      expect(new Set(kept.map(({ reference }) => reference)).size).toBe(kept.length);
      expect(news.filter(({ requestId }) => acknowledged.has(requestId))).toHaveLength(acknowledged.size);
    },
    START_MS + KILLS * ROUND_MS,
  );
} else {
  it.skip('Two nodes are not tried: patroni, etcd-server, haproxy or PostgreSQL is not on this machine', () => {});
}
