import { afterEach, expect, test, vi } from 'vitest';
import { manualClock } from '../../../testing/manual-clock.ts';
import { openPaperDesk } from './paper-desk.ts';

/** Stands for a worker whose code does not come. */
class LostWorker extends EventTarget {
  static last: LostWorker;
  postMessage = () => undefined;
  terminate = () => undefined;
  constructor() {
    super();
    LostWorker.last = this;
  }
}

afterEach(() => {
  vi.unstubAllGlobals();
});

test('a photo that is brought after the worker failed is said to be unreadable, like one that was there before', async () => {
  vi.stubGlobal('Worker', LostWorker);
  const desk = openPaperDesk();
  const before = desk.open(new Blob(), 0);
  LostWorker.last.dispatchEvent(new Event('error'));
  await expect(before).rejects.toThrow('could not be worked on');
  await expect(desk.open(new Blob(), 0)).rejects.toThrow('could not be worked on');
});

test('a worker that has ended without a word, as for lack of memory, holds nobody up: after two minutes the photo is said to be unreadable', async () => {
  vi.stubGlobal('Worker', LostWorker);
  const clock = manualClock(new Date('2026-11-25T10:30:00Z'));
  const desk = openPaperDesk(clock);
  const before = desk.open(new Blob(), 0);
  clock.pass(120_000);
  await expect(before).rejects.toThrow('could not be worked on');
});
