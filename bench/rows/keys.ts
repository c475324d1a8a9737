import type { Page } from '@playwright/test';
import { descriptionBox } from '../../e2e/steps.ts';
import { type Measurement, repeat } from '../measurement.ts';
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
/** Long enough for everything that the key before set going. */
const PAUSE_MS = 1_000;

interface Watching {
  /** Ends the watch, and tells the longest time between two frames. */
  benchLongest: () => number;
  benchCommit?: (database: IDBDatabase, at: number) => void;
  benchResult: Promise<number>;
}

async function typeMany(page: Page): Promise<number> {
  await page.evaluate(watchFrames);
  for (let key = 0; key < KEYS; key += 1) {
    await page.keyboard.press(key % 6 === 5 ? ' ' : 'a');
    await page.waitForTimeout(BETWEEN_KEYS_MS);
  }
  await page.waitForTimeout(AFTER_MS);
  return page.evaluate(() => (globalThis as unknown as Watching).benchLongest());
}

/** Runs in the page. */
function watchFrames(): void {
  let last = performance.now();
  let longest = 0;
  let next = requestAnimationFrame(function look() {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    next = requestAnimationFrame(look);
  });
  (globalThis as unknown as Watching).benchLongest = () => {
    cancelAnimationFrame(next);
    return longest;
  };
}

async function pressOne(page: Page): Promise<number> {
  await page.waitForTimeout(PAUSE_MS);
  await page.evaluate(armWatch);
  await page.keyboard.press('a');
  return page.evaluate(() => (globalThis as unknown as Watching).benchResult);
}

/** Runs before the page's own code: tells of every write to the drafts that is complete, which here means on disk (strict durability). */
function reportCommits(): void {
  const begin = IDBDatabase.prototype.transaction;
  IDBDatabase.prototype.transaction = function (stores, mode, options) {
    const transaction = begin.call(this, stores, mode, options);
    if (mode === 'readwrite' && [stores].flat().includes('drafts')) {
      transaction.addEventListener('complete', () => {
        const at = performance.now();
        (globalThis as unknown as Watching).benchCommit?.(this, at);
      });
    }
    return transaction;
  };
}

/** Runs in the page. */
function armWatch(): void {
  const page = globalThis as unknown as Watching;
  page.benchResult = new Promise((resolve) => {
    let pressedAt = 0;
    addEventListener('keydown', ({ timeStamp }) => (pressedAt = timeStamp), { once: true, capture: true });
    page.benchCommit = (database, at) => {
      const typed = document.querySelector<HTMLTextAreaElement>('#description')?.value;
      const reading = database.transaction('drafts').objectStore('drafts').getAll();
      reading.onsuccess = () => {
        const isThere = reading.result.some(({ description }) => description === typed);
        if (pressedAt > 0 && isThere) resolve(at - pressedAt);
      };
    };
  });
}

/** What typing waits for. */
export const keys: readonly Measurement[] = [
  {
    name: 'Typing in the description, longest wait for a frame',
    goal: 50,
    judge: 'max',
    unit: 'ms',
    how: `The longest time between two frames while ${KEYS} keys are typed, ten a second, into 3 500 characters, and until they are saved and counted; 16.7 when nothing blocks. The goal holds for every run.`,
    run: (world) =>
      world.visit(async ({ page }) => {
        await page.goto('/rascunhos/novo');
        await descriptionBox(page).fill(TEXT);
        await page.waitForTimeout(2 * PAUSE_MS);
        return repeat(RUNS, () => typeMany(page));
      }),
  },
  {
    name: 'Key to disk',
    goal: 300,
    unit: 'ms',
    how: 'From a key in *Descrição do pedido* until the transaction with the text is complete on disk (read back each time). The first key after a pause, which of all keys waits longest.',
    run: (world) =>
      world.visit(async ({ page }) => {
        await page.addInitScript(reportCommits);
        await page.goto('/rascunhos/novo');
        await descriptionBox(page).pressSequentially('Tenho uma pergunta ');
        return repeat(RUNS, () => pressOne(page));
      }),
  },
];
