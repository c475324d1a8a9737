import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { NOON } from '../../../testing/builders.ts';
import { fillDisk } from '../../../testing/full-disk.ts';
import { type ManualClock, manualClock } from '../../../testing/manual-clock.ts';
import { noteActivity, readActivity, startActivity } from '../../db/core/activity.ts';
import { DeviceDatabase } from '../../db/core/device-database.ts';
import '../../../testing/memory-database.ts';
import { watchIdle } from './watch-idle.ts';

const MINUTE_MS = 60_000;
const IDLE_MS = 30 * MINUTE_MS;

let device: DeviceDatabase;
let clock: ManualClock;

beforeEach(async () => {
  device = new DeviceDatabase({ indexedDB: new IDBFactory(), IDBKeyRange });
  clock = manualClock(NOON);
  await startActivity(device, IDLE_MS, NOON, { keepsActivity: false });
});

/** Opens one tab. Returns what it shows, and functions that press a key in it and look at it. */
async function openTab() {
  const input = new EventTarget();
  const page = Object.assign(new EventTarget(), { visibilityState: 'visible' as const });
  const shown = { endsAt: null as number | null, ends: 0, tells: 0 };
  const heard = vi.fn((endsAt: number | null) => {
    shown.endsAt = endsAt;
  });
  watchIdle({
    device,
    clock,
    input,
    page,
    onWarning: heard,
    onActive: () => {
      shown.tells += 1;
    },
    onEnd: () => {
      shown.ends += 1;
    },
  });
  await expect.poll(() => heard).toHaveBeenCalled();
  return {
    shown,
    heard,
    press: () => input.dispatchEvent(new Event('keydown')),
    look: () => page.dispatchEvent(new Event('visibilitychange')),
  };
}

async function lastActivity(): Promise<number> {
  return ((await readActivity(device))?.at ?? 0) - NOON.getTime();
}

it('a session goes on at the server for whoever types on a device too full to note it', async () => {
  const tab = await openTab();
  onTestFinished(fillDisk('write', ['device']));
  clock.pass(MINUTE_MS);
  tab.press();
  await expect.poll(() => tab.shown.tells).toBe(1);
});

describe('a session with nobody there', () => {
  it('warns two minutes before its end, then ends', async () => {
    const tab = await openTab();
    clock.pass(28 * MINUTE_MS - 1);
    expect(tab.shown.endsAt).toBeNull();
    clock.pass(1);
    expect(tab.shown.endsAt).toBe(NOON.getTime() + IDLE_MS);
    clock.pass(2 * MINUTE_MS - 1);
    expect(tab.shown.ends).toBe(0);
    clock.pass(1);
    expect(tab.shown.ends).toBe(1);
    expect(tab.shown.endsAt).toBeNull();
  });

  it('goes on in all tabs by one answer in any of them', async () => {
    const [first, second] = [await openTab(), await openTab()];
    clock.pass(29 * MINUTE_MS);
    expect([first.shown.endsAt, second.shown.endsAt]).not.toContain(null);
    await noteActivity(device, clock.now());
    await expect.poll(() => [first.shown.endsAt, second.shown.endsAt]).toEqual([null, null]);
    clock.pass(20 * MINUTE_MS);
    expect(first.shown.ends + second.shown.ends).toBe(0);
  });

  it('goes on in all tabs while somebody types in one', async () => {
    const [first, second] = [await openTab(), await openTab()];
    clock.pass(20 * MINUTE_MS);
    second.heard.mockClear();
    first.press();
    await expect.poll(() => second.heard).toHaveBeenCalled();
    clock.pass(27 * MINUTE_MS);
    expect(second.shown).toMatchObject({ endsAt: null, ends: 0 });
  });

  it('is not brought back by a key once the warning stands', async () => {
    const tab = await openTab();
    clock.pass(28 * MINUTE_MS);
    tab.press();
    expect(tab.shown.endsAt).not.toBeNull();
    clock.pass(2 * MINUTE_MS);
    expect(tab.shown.ends).toBe(1);
  });

  it('has ended when the device wakes after its end, though no timer rang', async () => {
    const sleeping = { ...clock, after: () => () => undefined };
    const ends = vi.fn();
    const page = Object.assign(new EventTarget(), { visibilityState: 'visible' as const });
    const input = new EventTarget();
    const heard = vi.fn();
    const options = { device, clock: sleeping, input, page, onWarning: heard, onActive: heard, onEnd: ends };
    watchIdle(options);
    await expect.poll(() => heard).toHaveBeenCalled();
    clock.pass(8 * 60 * MINUTE_MS);
    page.dispatchEvent(new Event('visibilitychange'));
    expect(ends).toHaveBeenCalledTimes(1);
    input.dispatchEvent(new Event('keydown'));
    expect(ends).toHaveBeenCalledTimes(2);
    expect(await lastActivity()).toBe(0);
  });

  it('is not put off by a clock that was moved back', async () => {
    await noteActivity(device, new Date(NOON.getTime() + 3 * 24 * 60 * MINUTE_MS));
    const tab = await openTab();
    await expect.poll(() => lastActivity()).toBe(0);
    clock.pass(IDLE_MS);
    // The tab may hear of the row only now.
    await expect.poll(() => tab.shown.ends).toBe(1);
  });
});

describe('somebody who types', () => {
  it('is written down at most every ten seconds', async () => {
    const tab = await openTab();
    clock.pass(9_999);
    tab.press();
    expect(await lastActivity()).toBe(0);
    clock.pass(1);
    tab.press();
    await expect.poll(() => lastActivity()).toBe(10_000);
  });

  it('is told to the server every few minutes, by one tab for all', async () => {
    const [first, second] = [await openTab(), await openTab()];
    for (let minute = 1; minute <= 11; minute += 1) {
      clock.pass(MINUTE_MS);
      first.press();
      await expect.poll(() => lastActivity()).toBe(minute * MINUTE_MS);
      second.press();
    }
    await expect.poll(() => first.shown.tells + second.shown.tells).toBe(2);
  });
});
