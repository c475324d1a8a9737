import type { Page } from '@playwright/test';
import { descriptionBox } from '../../e2e/steps.ts';
import type { Measurement } from '../measurement.ts';
import { RUNS } from '../options.ts';

/** Long enough for everything that the key before set going. */
const PAUSE_MS = 1_000;

export const keyToDisk: Measurement = {
  name: 'Key to disk',
  goal: 300,
  unit: 'ms',
  how: 'From a key in *Descrição do pedido* until the transaction with the text is complete on disk (read back each time). The first key after a pause, which of all keys waits longest.',
  async run(world) {
    const { page, close } = await world.open();
    await page.addInitScript(reportCommits);
    await page.goto('/rascunhos/novo');
    await descriptionBox(page).pressSequentially('Tenho uma pergunta ');
    const values: number[] = [];
    while (values.length < RUNS) {
      await page.waitForTimeout(PAUSE_MS);
      await page.evaluate(armWatch);
      await page.keyboard.press('a');
      values.push(await watched(page));
    }
    await close();
    return values;
  },
};

interface Watching {
  benchCommit?: (database: IDBDatabase, at: number) => void;
  benchResult: Promise<number>;
}

function watched(page: Page): Promise<number> {
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
