import type { Page } from '@playwright/test';
import { descriptionBox } from '../../e2e/steps.ts';
import type { Measurement } from '../measurement.ts';
import { RUNS } from '../options.ts';

/** Near the limit, where characters are counted, with one that is counted the slow way. */
const TEXT = `${'Recebi uma nota de cobrança e não sei a que mês se refere. '.repeat(60)}👍🏽`.slice(
  0,
  3_500,
);
const KEYS = 30;
/** Faster than most people type. */
const BETWEEN_KEYS_MS = 100;
/** For the last save, the count and what follows them. */
const AFTER_MS = 800;

export const typing: Measurement = {
  name: 'Typing in the description, longest wait for a frame',
  goal: 50,
  judge: 'max',
  unit: 'ms',
  how: `The longest time between two frames while ${KEYS} keys are typed, ten a second, into 3 500 characters, and until they are saved and counted; 16.7 when nothing blocks. The goal holds for every run.`,
  async run(world) {
    const { page, close } = await world.open();
    await page.goto('/rascunhos/novo');
    const box = descriptionBox(page);
    await box.fill(TEXT);
    await page.waitForTimeout(2_000);
    const values: number[] = [];
    while (values.length < RUNS) {
      await page.evaluate(watchFrames);
      for (let key = 0; key < KEYS; key += 1) {
        await page.keyboard.press(key % 6 === 5 ? ' ' : 'a');
        await page.waitForTimeout(BETWEEN_KEYS_MS);
      }
      await page.waitForTimeout(AFTER_MS);
      values.push(await longest(page));
    }
    await close();
    return values;
  },
};

interface Watching {
  benchLongest: number;
  benchStop: () => void;
}

/** Runs in the page. */
function watchFrames(): void {
  const page = globalThis as unknown as Watching;
  let last = performance.now();
  let isOver = false;
  page.benchLongest = 0;
  page.benchStop = () => {
    isOver = true;
  };
  const onFrame = () => {
    const now = performance.now();
    page.benchLongest = Math.max(page.benchLongest, now - last);
    last = now;
    if (!isOver) requestAnimationFrame(onFrame);
  };
  requestAnimationFrame(onFrame);
}

function longest(page: Page): Promise<number> {
  return page.evaluate(() => {
    const watching = globalThis as unknown as Watching;
    watching.benchStop();
    return watching.benchLongest;
  });
}
