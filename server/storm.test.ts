import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ORIGIN } from '../mocks/contract/subject.ts';
import { createApiClient } from '../src/api/client.ts';
import type { CitizenDatabase } from '../src/db/core/citizen-database.ts';
import { hasOutgoing } from '../src/db/outbox/outbox.ts';
import { pull } from '../src/sync/pull.ts';
import { push } from '../src/sync/push.ts';
import { pushDrafts } from '../src/sync/push-drafts.ts';
import { NOON, submitCompleteDraft } from '../src/testing/builders.ts';
import { openMemoryDatabase } from '../src/testing/memory-database.ts';
import { JOAO_NISS, type PretendAccount, readAccount, signInAs } from '../src/testing/pretend-account.ts';
import { connectPostgres } from './db/connect.ts';
import { type FaultyProxy, startFaultyProxy } from './testing/faulty-proxy.ts';
import { START_MS } from './testing/start-ms.ts';
import { inTurn, type SuiteProcess, startSuiteProcess } from './testing/suite-processes.ts';
import { startThrowawayPostgres } from './testing/throwaway-postgres.ts';
import { withCookie } from './testing/with-cookie.ts';

/** `npm run test:storm:server` submits two hundred. */
const DRAFTS = Number(process.env.DRAFTS ?? 20);
const TABS = [1, 2, 3];
const HOUR_MS = 3_600_000;
const MS_PER_DRAFT = 10_000;

const postgres = await startThrowawayPostgres();

describe.skipIf(!postgres)('A storm between the app and two processes on PostgreSQL', () => {
  let processes: SuiteProcess[];
  let proxy: FaultyProxy;
  let joao: PretendAccount;

  beforeAll(async () => {
    const url = postgres?.url ?? '';
    processes = await Promise.all([1, 2].map(() => startSuiteProcess(url, ORIGIN)));
    proxy = await startFaultyProxy(inTurn(processes), ORIGIN);
    joao = await signInAs(JOAO_NISS, withCookie(proxy.server));
  }, START_MS);
  afterAll(async () => {
    await proxy.stop();
    for (const each of processes) await each.stop();
    await postgres?.stop();
  });

  /** Three tabs without a lock between them send whatever waits. */
  async function runTabs(db: CitizenDatabase, now: Date): Promise<void> {
    const context = {
      db,
      api: createApiClient(ORIGIN, joao.server),
      now: () => now,
      random: () => 0.5,
      isVisible: () => true,
      isStopping: () => false,
    };
    const tabs = TABS.map(async () => {
      await push(context);
      await pushDrafts(context);
      await pull(context);
    });
    await Promise.all(tabs);
  }

  it(
    `${DRAFTS} requests of three tabs arrive once each through 60 % of faults and two crashes`,
    async () => {
      const db = openMemoryDatabase(joao.citizenId);
      const ids: string[] = [];
      for (let n = 0; n < DRAFTS; n += 1)
        ids.push(await submitCompleteDraft(db, `Pedido da tempestade n.º ${n}.`));
      proxy.setFaulty(true);
      const sent = async () => DRAFTS - (await db.outbox.count());
      const crashesToCome = [processes[0], processes[1]];
      let now = NOON;
      while (await hasOutgoing(db)) {
        now = new Date(now.getTime() + HOUR_MS);
        const isTime = (await sent()) >= (DRAFTS * (3 - crashesToCome.length)) / 3;
        await Promise.all([runTabs(db, now), isTime && crashesToCome.shift()?.crash()]);
      }
      proxy.setFaulty(false);
      await runTabs(db, new Date(now.getTime() + HOUR_MS));

      expect(crashesToCome).toEqual([]);
      const changes = await readAccount(joao.api);
      const told = changes.flatMap((change) => (change.type === 'request' ? change.request : []));
      expect(changes).toHaveLength(DRAFTS);
      expect(told.map(({ id }) => id).toSorted()).toEqual(ids.toSorted());
      for (const { id, reference } of told) expect((await db.requests.get(id))?.reference).toBe(reference);
      await expectOnce(ids);
      db.close();
    },
    START_MS + DRAFTS * MS_PER_DRAFT,
  );

  /** In the database itself: one request, one key, one reference for each. */
  async function expectOnce(ids: readonly string[]): Promise<void> {
    const kept = connectPostgres(postgres?.url ?? '', 1);
    const requests = await kept.selectFrom('requests').select(['id', 'reference']).execute();
    const keys = await kept.selectFrom('requestKeys').select('id').execute();
    await kept.destroy();
    expect(requests.map(({ id }) => id).toSorted()).toEqual(ids.toSorted());
    expect(new Set(requests.map(({ reference }) => reference)).size).toBe(ids.length);
    expect(keys.map(({ id }) => id).toSorted()).toEqual(ids.toSorted());
  }
});
