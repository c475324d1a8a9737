import { describe, expect, it } from 'vitest';
import { createLiveness, HEALS_WITHIN_MS } from './liveness.ts';

const found = () => new Promise(setImmediate);

/** Returns a function that changes the state and asks again, once the look that it started has ended. */
function watched() {
  const state = { isReady: true, isThereBeside: true, now: 0 };
  const isLive = createLiveness({
    isReady: async () => state.isReady,
    isThereBeside: async () => state.isThereBeside,
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

  it('goes on for as long as the database is away for everybody', async () => {
    const isLive = watched();
    expect(await isLive({ isReady: false, isThereBeside: false })).toBe(true);
    expect(await isLive({ now: 10 * HEALS_WITHIN_MS })).toBe(true);
    expect(await isLive({ isThereBeside: true })).toBe(true);
  });

  it('answers whether it goes on without waiting for a database that does not', () => {
    const never = () => new Promise<boolean>(() => {});
    const isLive = createLiveness({ isReady: never, isThereBeside: never, now: () => 0 });
    expect([isLive(), isLive()]).toEqual([true, true]);
  });
});
