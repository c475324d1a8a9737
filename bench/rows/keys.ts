import type { Page } from '@playwright/test';
import { descriptionBox } from '../../e2e/steps.ts';
import { type Rows, RUNS, repeat } from '../rows.ts';

/** A text near the limit, where the page counts characters, with an emoji that makes the counting slow. */
const TEXT = `${'Recebi uma nota de cobrança e não sei a que mês se refere. '.repeat(59)}👍🏽`;
const KEYS = 30;
/** Faster than most people type. */
const BETWEEN_KEYS_MS = 100;
/** Long enough for everything that the key before set going: the last save, the count and what follows them. */
const PAUSE_MS = 1_000;

async function typeMany(page: Page): Promise<number> {
  const watch = await page.evaluateHandle(watchFrames);
  await page.keyboard.type('aaaaa '.repeat(KEYS / 6), { delay: BETWEEN_KEYS_MS });
  await page.waitForTimeout(PAUSE_MS);
  return watch.evaluate(({ end }) => end());
}

/** Runs in the page. `end` returns the longest time between two frames, in ms. */
function watchFrames() {
  let last = performance.now();
  let longest = 0;
  let next = requestAnimationFrame(function look() {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    next = requestAnimationFrame(look);
  });
  const end = () => {
    cancelAnimationFrame(next);
    return longest;
  };
  return { end };
}

async function pressOne(page: Page): Promise<number> {
  await page.waitForTimeout(PAUSE_MS);
  const watch = await page.evaluateHandle(watchDisk);
  await page.keyboard.press('a');
  return watch.evaluate(({ kept }) => kept);
}

/**
 * Runs in the page. Measures from the next key until a transaction with its text is complete. A draft is then on disk, since drafts are written with strict
 * durability.
 */
function watchDisk() {
  // Each connection keeps the function that begins its transactions, but not the one that puts a row.
  const { put } = IDBObjectStore.prototype;
  let pressedAt = Number.POSITIVE_INFINITY;
  addEventListener('keydown', ({ timeStamp }) => (pressedAt = timeStamp), { once: true, capture: true });
  const kept = new Promise<number>((resolve) => {
    function readBack(this: IDBTransaction): void {
      const at = performance.now();
      const typed = document.querySelector<HTMLTextAreaElement>('#description')?.value;
      const reading = this.db.transaction('drafts').objectStore('drafts').getAll();
      reading.onsuccess = () => {
        if (at < pressedAt || !reading.result.some(({ description }) => description === typed)) return;
        IDBObjectStore.prototype.put = put;
        resolve(at - pressedAt);
      };
    }
    IDBObjectStore.prototype.put = function (...row) {
      if (this.name === 'drafts') this.transaction.addEventListener('complete', readBack);
      return put.apply(this, row);
    };
  });
  return { kept };
}

/** The rows about what a citizen waits for while typing. */
export const keys: Rows = {
  'Typing in the description, longest wait for a frame': (world) =>
    world.visit(async ({ page }) => {
      await page.goto('/rascunhos/novo');
      await descriptionBox(page).fill(TEXT);
      await page.waitForTimeout(2 * PAUSE_MS);
      return repeat(RUNS, () => typeMany(page));
    }),
  'Key to disk': (world) =>
    world.visit(async ({ page }) => {
      await page.goto('/rascunhos/novo');
      await descriptionBox(page).pressSequentially('Tenho uma pergunta ');
      return repeat(RUNS, () => pressOne(page));
    }),
};
