import type { JSHandle, Page } from '@playwright/test';
import { descriptionBox } from '../../e2e/steps.ts';
import { repeat } from '../figures.ts';
import { type Rows, RUNS } from '../rows.ts';

/** A text near the limit, where the page counts characters, with an emoji that makes the counting slow. */
const TEXT = `${'Recebi uma nota de cobrança e não sei a que mês se refere. '.repeat(59)}👍🏽`;
const KEYS = 'aaaaa '.repeat(5);
/** Faster than most people type. */
const BETWEEN_KEYS_MS = 100;
/** Long enough for everything that the key before set going: the last save, the count and what follows them. */
const PAUSE_MS = 1_000;

async function typeMany(page: Page, waits: JSHandle<number[]>): Promise<number> {
  await waits.evaluate((all) => all.splice(0));
  await page.keyboard.type(KEYS, { delay: BETWEEN_KEYS_MS });
  await page.waitForTimeout(PAUSE_MS);
  return waits.evaluate((all) => Math.max(...all));
}

/** Runs in the page. Notes the time between each two frames, in ms, from now on. */
function noteWaits(): number[] {
  const waits: number[] = [];
  let last = performance.now();
  requestAnimationFrame(function look() {
    const now = performance.now();
    waits.push(now - last);
    last = now;
    requestAnimationFrame(look);
  });
  return waits;
}

async function pressOne(page: Page): Promise<number> {
  await page.waitForTimeout(PAUSE_MS);
  const watch = await page.evaluateHandle(watchDisk);
  await page.keyboard.press('a');
  return watch.evaluate(({ kept }) => kept);
}

/**
 * Runs in the page. Measures from the next key until a transaction with its text is complete, which is then read back. A draft is on disk by then, since drafts
 * are written with strict durability.
 */
function watchDisk() {
  // Each connection keeps the function that begins its transactions, but not the one that puts a row.
  const { put } = IDBObjectStore.prototype;
  let pressedAt = Number.POSITIVE_INFINITY;
  addEventListener('keydown', ({ timeStamp }) => (pressedAt = timeStamp), { once: true, capture: true });
  const kept = new Promise<number>((resolve) => {
    function readBack(this: IDBTransaction): void {
      const ms = performance.now() - pressedAt;
      const typed = document.querySelector<HTMLTextAreaElement>('#description')?.value;
      const reading = this.db.transaction('drafts').objectStore('drafts').getAll();
      reading.onsuccess = () => {
        if (ms > 0 && reading.result.some(({ description }) => description === typed)) resolve(ms);
      };
    }
    IDBObjectStore.prototype.put = function (...row) {
      if (this.name === 'drafts') this.transaction.addEventListener('complete', readBack);
      return put.apply(this, row);
    };
  });
  return { kept: kept.finally(() => Object.assign(IDBObjectStore.prototype, { put })) };
}

/** The rows about what a citizen waits for while typing. */
export const keys: Rows = {
  'Typing in the description, longest wait for a frame': (world) =>
    world.visit(async (page) => {
      await page.goto('/rascunhos/novo');
      await descriptionBox(page).fill(TEXT);
      await page.waitForTimeout(2 * PAUSE_MS);
      const waits = await page.evaluateHandle(noteWaits);
      return repeat(RUNS, () => typeMany(page, waits));
    }),
  'Key to disk': (world) =>
    world.visit(async (page) => {
      await page.goto('/rascunhos/novo');
      await descriptionBox(page).pressSequentially('Tenho uma pergunta ');
      return repeat(RUNS, () => pressOne(page));
    }),
};
