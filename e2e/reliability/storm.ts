import type { BrowserContext, Page } from '@playwright/test';
import { heading, signIn, writeRequest } from '../steps.ts';
import { crash, expect } from './fixtures.ts';

/** `npm run test:all -- storm` submits as many as one citizen may in a day. */
export const DRAFTS = Number(process.env.DRAFTS ?? 30);
const TABS = 3;

interface Storm {
  /** The ids of the drafts that are to be submitted. */
  ids: string[];
  submitFromThreeTabs(): Promise<void>;
  /** Expects nothing left to send in each tab that is left. */
  expectNothingWaits(): Promise<void>;
}

/** Signs Maria in and gives her this many drafts that only have to be submitted. Two of her three tabs crash half-way. */
export async function prepareStorm(context: BrowserContext, page: Page, drafts: number): Promise<Storm> {
  await signIn(page);
  await writeRequest(page, [], 'O primeiro, de que se fazem os outros.');
  const first = new URL(page.url()).pathname.split('/')[2] ?? '';
  const ids = await cloneDraft(page, first, drafts);
  const tabs = [page, await context.newPage(), await context.newPage()];

  async function submitShare(mine: string[], index: number): Promise<void> {
    const tab = tabs[index] ?? page;
    const half = Math.floor(mine.length / 2);
    await submitAll(tab, mine.slice(0, half));
    if (index === 0) return submitAll(tab, mine.slice(half));
    await crash(tab);
    const anew = await context.newPage();
    tabs[index] = anew;
    await submitAll(anew, mine.slice(half));
  }

  return {
    ids,
    async submitFromThreeTabs() {
      const share = Math.ceil(drafts / TABS);
      const shares = tabs.map((_, tab) => ids.slice(tab * share, (tab + 1) * share));
      await Promise.all(shares.map(submitShare));
    },
    async expectNothingWaits() {
      for (const tab of tabs) {
        await tab.goto('/por-enviar');
        await expect(heading(tab, 'Por enviar')).toBeVisible();
        await expect(tab.getByRole('main').getByRole('listitem')).toHaveCount(0, { timeout: 60_000 });
      }
    },
  };
}

/** Copies the one complete draft of this device, in the database itself: writing hundreds by hand is not what is tested. */
export function cloneDraft(page: Page, draftId: string, count: number): Promise<string[]> {
  return page.evaluate(
    async ({ draftId, count }) => {
      const names = await indexedDB.databases();
      const name = names.find((one) => one.name?.startsWith('eclic-citizen-'))?.name ?? '';
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open(name);
        opening.onsuccess = () => resolve(opening.result);
        opening.onerror = () => reject(opening.error);
      });
      const ids = Array.from({ length: count }, () => crypto.randomUUID());
      await new Promise<void>((resolve, reject) => {
        const transaction = db.transaction('drafts', 'readwrite');
        const drafts = transaction.objectStore('drafts');
        const reading = drafts.get(draftId);
        reading.onsuccess = () => {
          for (const [n, id] of ids.entries()) {
            drafts.put({
              ...reading.result,
              id,
              description: `Pedido da tempestade n.º ${n}.`,
              account: null,
            });
          }
        };
        transaction.oncomplete = () => resolve();
        transaction.onerror = () => reject(transaction.error);
      });
      db.close();
      return ids;
    },
    { draftId, count },
  );
}

const PRESS_MS = 5_000;

async function submitAll(page: Page, ids: string[]): Promise<void> {
  for (const id of ids) {
    await page.goto(`/rascunhos/${id}/resumo`);
    const arrived = new RegExp(`/pedidos/${id}`);
    // A notice that appears at the very moment of the press takes the press. The citizen sees that nothing happened, and presses again.
    await expect(async () => {
      if (!arrived.test(page.url()))
        await page.getByRole('button', { name: 'Submeter pedido' }).click({ timeout: PRESS_MS });
      await expect(page).toHaveURL(arrived, { timeout: PRESS_MS });
    }).toPass();
  }
}
