import type { Page } from '@playwright/test';
import { createReceiptSigner } from '../../testing/receipt-signer.ts';
import { repeat, takeTime } from '../figures.ts';
import { createLongLife, REQUESTS, serveLife } from '../long-life.ts';
import { RUNS, rowsOf } from '../rows.ts';
import { noteEntries } from '../until-painted.ts';
import { beMaria, visit, type World } from '../world.ts';

/** After this time the page has done what opening it set going. */
const REST_MS = 5_000;
/** Receipts are being checked in this time. */
const CHECKING_MS = 10_000;
const ARRIVE_MS = 120_000;
const BYTES_PER_MB = 1_000_000;

/** Signs in, and measures how ten thousand requests then arrive on a list that is open and at rest. */
function arrive({ origin }: World, isSigned: boolean) {
  return visit(origin, async (page) => {
    await beMaria(page);
    await page.waitForTimeout(REST_MS);
    const signer = await createReceiptSigner();
    const life = await createLongLife(0, isSigned ? signer : undefined);
    await page.context().route('**/receipt-keys', (route) => route.fulfill({ json: signer.keys }));
    await page.context().route('**/changes?*', serveLife(life));
    const tasks = await noteEntries(page, { type: 'longtask' });
    const ms = await takeTime(() => receiveAll(page));
    await page.waitForTimeout(CHECKING_MS);
    const longestTaskMs = await tasks.evaluate((all) => Math.max(0, ...all.map(({ duration }) => duration)));
    return { ms, longestTaskMs, storageMb: (await page.evaluate(readUsage)) / BYTES_PER_MB };
  });
}

/** Has news asked for, as a line that is there again does, and waits until the counts of the list have all requests. */
async function receiveAll(page: Page): Promise<void> {
  await page.evaluate(() => dispatchEvent(new Event('online')));
  await page.waitForFunction(hasAll, REQUESTS, { polling: 'raf', timeout: ARRIVE_MS });
}

/** Runs in the page, as `readUsage` does. */
function hasAll(requests: number): boolean {
  const counts = [...document.querySelectorAll('main h2')].map(({ textContent }) =>
    Number(textContent.replace(/\D/g, '')),
  );
  return counts.reduce((sum, count) => sum + count, 0) >= requests;
}

async function readUsage(): Promise<number> {
  return (await navigator.storage.estimate()).usage ?? Number.NaN;
}

/** The rows about a feed of ten thousand requests, with receipts and without, in turn. */
export const arrivals = rowsOf(
  (world) =>
    repeat(RUNS, async () => ({ plain: await arrive(world, false), signed: await arrive(world, true) })),
  {
    'Ten thousand requests arrive, with receipts to without': ({ signed, plain }) => signed.ms / plain.ms,
    'Ten thousand requests arrive, with receipts': ({ signed }) => signed.ms,
    'Ten thousand requests arrive, longest task meanwhile': ({ signed }) => signed.longestTaskMs,
    'Storage of ten thousand requests': ({ signed }) => signed.storageMb,
  },
);
