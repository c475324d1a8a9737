import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { connectPool, openPool } from '../db/connect.ts';
import { makeTestDatabase } from '../testing/test-database.ts';
import { createLiveness, followAnswers, HEALS_WITHIN_MS } from './liveness.ts';
import { createReadiness } from './readiness.ts';

const url = (await makeTestDatabase()) ?? '';

const found = () => new Promise(setImmediate);

/** Returns a function that changes the state and asks again, once the look that it started has ended. */
function watched() {
  const state = { isReady: true, isThereBeside: true, answeredAt: 0, now: 0 };
  const isLive = createLiveness({
    isReady: async () => state.isReady,
    isThereBeside: async () => state.isThereBeside,
    answeredAt: () => state.answeredAt,
    now: () => state.now,
  });
  return async (change: Partial<typeof state>) => {
    Object.assign(state, change);
    isLive();
    await found();
    const answer = isLive();
    await found();
    return answer;
  };
}

describe('A process', () => {
  it('that has been cut off for a minute from a database that others reach is to be replaced, and not before', async () => {
    const isLive = watched();
    expect(await isLive({})).toBe(true);
    expect(await isLive({ isReady: false })).toBe(true);
    expect(await isLive({ now: HEALS_WITHIN_MS - 1 })).toBe(true);
    expect(await isLive({ now: HEALS_WITHIN_MS })).toBe(false);
    expect(await isLive({ isReady: true })).toBe(true);
    expect(await isLive({ isReady: false }), 'counted anew').toBe(true);
  });

  it('that gets answers, and has so many calls that others wait for their turn, goes on', async () => {
    const isLive = watched();
    expect(await isLive({ isReady: false })).toBe(true);
    const busy = { now: 10 * HEALS_WITHIN_MS, answeredAt: 10 * HEALS_WITHIN_MS - 1 };
    expect(await isLive(busy)).toBe(true);
    expect(await isLive({ now: 11 * HEALS_WITHIN_MS }), 'a minute without any answer').toBe(false);
  });

  it('goes on for as long as the database is away for everybody', async () => {
    const isLive = watched();
    expect(await isLive({ isReady: false, isThereBeside: false })).toBe(true);
    expect(await isLive({ now: 10 * HEALS_WITHIN_MS })).toBe(true);
    expect(await isLive({ isThereBeside: true })).toBe(true);
  });

  it('answers whether it goes on without waiting for a database that does not', () => {
    const never = () => new Promise<boolean>(() => {});
    const isLive = createLiveness({
      isReady: never,
      isThereBeside: never,
      answeredAt: () => 0,
      now: () => 0,
    });
    expect([isLive(), isLive()]).toEqual([true, true]);
  });
});

describe.skipIf(url === '')('A process whose only connection is always in use', () => {
  it('goes on while calls are answered, though with an error, and is to be replaced once none is', async () => {
    const pool = openPool(url, 1);
    const db = connectPool(pool);
    let now = 0;
    const isReady = createReadiness(db, 20);
    const isLive = createLiveness({
      isReady,
      isThereBeside: async () => true,
      answeredAt: followAnswers(pool, () => now),
      now: () => now,
    });
    /** Takes the connection, or waits for it, until the returned function ends the call. */
    const beginCall = (statement: string) => {
      let end = () => {};
      const ended = new Promise<void>((resolve) => {
        end = resolve;
      });
      const call = db.transaction().execute(async (tx) => {
        await ended;
        await sql.raw(statement).execute(tx);
      });
      return async () => {
        end();
        await call.catch(() => {});
      };
    };
    const calls = [beginCall('select 1'), beginCall('select 1 / 0'), beginCall('select 1')];
    isLive();
    await isReady();
    await found();
    for (const [index, endCall] of calls.slice(0, 2).entries()) {
      now = (index + 1) * HEALS_WITHIN_MS;
      await endCall();
      expect([await isReady(), isLive()]).toEqual([false, true]);
    }
    now += HEALS_WITHIN_MS;
    expect(isLive()).toBe(false);
    await calls[2]?.();
    await db.destroy();
  });

  it('has had no answer where one did not come in time', async () => {
    const pool = openPool(url, 1, { connectMs: 5000, answerMs: 300 });
    const db = connectPool(pool);
    const answeredAt = followAnswers(pool, () => 7);
    await expect(sql`select pg_sleep(5)`.execute(db)).rejects.toMatchObject({ of: 'database' });
    expect(answeredAt()).toBe(Number.NEGATIVE_INFINITY);
    await sql`select 1`.execute(db);
    expect(answeredAt()).toBe(7);
    await db.destroy();
  });
});
