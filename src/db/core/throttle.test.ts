import { beforeEach, expect, test, vi } from 'vitest';
import { createThrottle } from './use-query.ts';

beforeEach(() => {
  vi.useFakeTimers();
  return () => vi.useRealTimers();
});

test('of fifty changes in a second two or three are followed, and the last is among them', async () => {
  const throttle = createThrottle(() => Date.now());
  const subject = {};
  const followed: number[] = [];
  let latest = 0;
  let isAsking = false;

  // A live query does this: while it waits for one answer, all changes make one further question.
  async function change(): Promise<void> {
    latest += 1;
    if (isAsking) return;
    isAsking = true;
    await throttle(subject);
    isAsking = false;
    followed.push(latest);
  }

  for (let n = 0; n < 50; n += 1) {
    void change();
    await vi.advanceTimersByTimeAsync(20);
  }
  await vi.advanceTimersByTimeAsync(1_000);
  expect(followed.length).toBeLessThanOrEqual(3);
  expect(followed.at(-1)).toBe(50);
});

test('another question is not made to wait', async () => {
  const throttle = createThrottle(() => Date.now());
  await throttle('one');
  let isAnswered = false;
  void throttle('another').then(() => {
    isAnswered = true;
  });
  await vi.advanceTimersByTimeAsync(0);
  expect(isAnswered).toBe(true);
});
