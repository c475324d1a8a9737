import type { Page } from '@playwright/test';
import { waitForWorker } from '../../e2e/reliability/fixtures.ts';
import { signIn } from '../../e2e/steps.ts';
import { createReceiptSigner } from '../../testing/receipt-signer.ts';
import { createLongLife, REQUESTS, serveLife } from '../long-life.ts';
import { RUNS, repeat, rowsOf } from '../rows.ts';
import { CARD, visit, type World } from '../world.ts';

/** After this time the page has done what opening it, or the feed, set going. */
const REST_MS = 5_000;
/** Receipts are being checked in this time. */
const CHECKING_MS = 10_000;
const BYTES_PER_MB = 1_000_000;

interface Arrived {
  ms: number;
  longestTaskMs: number;
  storageMb: number;
}

/** Signs in, and measures how ten thousand requests then arrive on a list that is open and at rest. */
function arrive({ origin }: World, isSigned: boolean): Promise<Arrived> {
  return visit(origin, async ({ page, context }) => {
    await signIn(page);
    await page.locator(CARD).first().waitFor();
    await waitForWorker(page);
    await page.waitForTimeout(REST_MS);
    const signer = await createReceiptSigner();
    const life = await createLongLife({ messagesEach: 0, ...(isSigned && { signer }) });
    await context.route('**/receipt-keys', (route) => route.fulfill({ json: signer.keys }));
    await context.route('**/changes?*', serveLife(life));
    const watch = await page.evaluateHandle(watchArrival, REQUESTS);
    const ms = await watch.evaluate(({ arrived }) => arrived);
    await page.waitForTimeout(CHECKING_MS);
    const longestTaskMs = await watch.evaluate(({ longestTask }) => longestTask());
    return { ms, longestTaskMs, storageMb: (await readUsage(page)) / BYTES_PER_MB };
  });
}

/** Runs in the page. Has news asked for, as a line that is there again does, and waits until the counts of the list have all requests. */
function watchArrival(requests: number) {
  const tasks = [0];
  const observer = new PerformanceObserver((list) =>
    tasks.push(...list.getEntries().map(({ duration }) => duration)),
  );
  observer.observe({ type: 'longtask' });
  const begunAt = performance.now();
  const arrived = new Promise<number>((resolve) => {
    const look = () => {
      const counts = [...document.querySelectorAll('main h2')].map(({ textContent }) =>
        Number(textContent.replace(/\D/g, '')),
      );
      if (counts.reduce((sum, count) => sum + count, 0) < requests) return;
      changes.disconnect();
      resolve(performance.now() - begunAt);
    };
    const changes = new MutationObserver(look);
    changes.observe(document, { subtree: true, childList: true, characterData: true });
  });
  dispatchEvent(new Event('online'));
  return { arrived, longestTask: () => Math.max(...tasks) };
}

function readUsage(page: Page): Promise<number> {
  return page.evaluate(async () => (await navigator.storage.estimate()).usage ?? Number.NaN);
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
