import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_DAY_LIMITS } from '../domain/day-limits.ts';
import { JOAO_NISS, type PretendAccount, readAccount, signInAs } from '../testing/pretend-account.ts';
import { openThreeTabs } from '../testing/three-tabs.ts';
import { connectPostgres } from './db/connect.ts';
import { type FaultyProxy, startFaultyProxy } from './testing/faulty-proxy.ts';
import { START_MS } from './testing/start-ms.ts';
import { inTurn, type SuiteProcess, startSuiteProcess } from './testing/suite-processes.ts';
import { startThrowawayPostgres } from './testing/throwaway-postgres.ts';
import { withCookie } from './testing/with-cookie.ts';

/** As many drafts as one citizen may submit in a day: more would wait for tomorrow. */
const DRAFTS = DEFAULT_DAY_LIMITS.dayRequestsMax;
const MS_PER_DRAFT = 10_000;

const postgres = await startThrowawayPostgres();

describe.skipIf(!postgres)('A storm between the app and two processes on PostgreSQL', () => {
  let processes: SuiteProcess[];
  let proxy: FaultyProxy;
  let joao: PretendAccount;

  beforeAll(async () => {
    const url = postgres?.url ?? '';
    processes = await Promise.all([1, 2].map(() => startSuiteProcess(url)));
    proxy = await startFaultyProxy(inTurn(processes));
    joao = await signInAs(JOAO_NISS, withCookie(proxy.server));
  }, START_MS);
  afterAll(async () => {
    await proxy.stop();
    for (const each of processes) await each.stop();
    await postgres?.stop();
  });

  it(
    `${DRAFTS} requests of three tabs arrive once each through 60 % of faults and two crashes`,
    async () => {
      const tabs = openThreeTabs(joao);
      const ids = await tabs.submit(DRAFTS);
      proxy.setFaulty(true);
      const crashesToCome = [...processes];
      while (await tabs.hasOutgoing()) {
        const sent = DRAFTS - (await tabs.countWaiting());
        const isTime = sent >= (DRAFTS * (3 - crashesToCome.length)) / 3;
        await Promise.all([tabs.runRound(), isTime && crashesToCome.shift()?.crash()]);
      }
      proxy.setFaulty(false);
      await tabs.runRound();

      expect(crashesToCome).toEqual([]);
      const changes = await readAccount(joao);
      const told = changes.flatMap((change) => (change.type === 'request' ? change.request : []));
      expect(changes).toHaveLength(DRAFTS);
      expect(told.map(({ id }) => id).toSorted()).toEqual(ids.toSorted());
      for (const { id, reference } of told) expect(await tabs.referenceOf(id)).toBe(reference);
      await expectOnce(ids);
      tabs.close();
    },
    START_MS + DRAFTS * MS_PER_DRAFT,
  );

  /** Looks into the database itself: it must have one request, one key and one reference for each id. */
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
