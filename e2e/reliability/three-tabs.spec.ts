import type { Page } from '@playwright/test';
import { heading, signIn, writeRequest } from '../steps.ts';
import { crash, expect, test } from './fixtures.ts';

/** `npm run test:storm` submits two hundred. */
const DRAFTS = Number(process.env.DRAFTS ?? 30);
const TABS = 3;
const MS_PER_DRAFT = 4_000;

/** Copies the one complete draft of this device, in the database itself: writing hundreds by hand is not what is tested. */
function cloneDraft(page: Page, draftId: string, count: number): Promise<string[]> {
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

async function submitAll(page: Page, ids: string[]): Promise<void> {
  for (const id of ids) {
    await page.goto(`/rascunhos/${id}/resumo`);
    await page.getByRole('button', { name: 'Submeter pedido' }).click();
    await expect(page).toHaveURL(new RegExp(`/pedidos/${id}`));
  }
}

test(`${DRAFTS} drafts submitted from three tabs in a storm of faults arrive once each`, async ({
  page,
  context,
  server,
}) => {
  test.setTimeout(60_000 + DRAFTS * MS_PER_DRAFT);
  await signIn(page);
  await writeRequest(page, [], 'O primeiro, de que se fazem os outros.');
  const first = new URL(page.url()).pathname.split('/')[2] ?? '';
  const ids = await cloneDraft(page, first, DRAFTS);
  await server.post('faults', { errorRate: 0.2, dropRate: 0.2, lostAnswerRate: 0.2 });

  const share = Math.ceil(DRAFTS / TABS);
  const shares = Array.from({ length: TABS }, (_, tab) => ids.slice(tab * share, (tab + 1) * share));
  const tabs = [page, await context.newPage(), await context.newPage()];
  await Promise.all(
    shares.map(async (mine, index) => {
      const tab = tabs[index] ?? page;
      const half = Math.floor(mine.length / 2);
      await submitAll(tab, mine.slice(0, half));
      if (index === 0) return submitAll(tab, mine.slice(half));
      await crash(tab);
      const anew = await context.newPage();
      tabs[index] = anew;
      await submitAll(anew, mine.slice(half));
    }),
  );

  await expect
    .poll(async () => (await server.state()).requests.filter(({ id }) => ids.includes(id)).length, {
      timeout: 60_000 + DRAFTS * 1_000,
    })
    .toBe(DRAFTS);
  await server.post('faults', { errorRate: 0, dropRate: 0, lostAnswerRate: 0 });
  const { requests } = await server.state();
  for (const id of ids)
    expect(requests.filter((request) => request.id === id)).toMatchObject([{ commits: 1 }]);

  for (const tab of tabs) {
    await tab.goto('/por-enviar');
    await expect(heading(tab, 'Por enviar')).toBeVisible();
    await expect(tab.getByRole('main').getByRole('listitem')).toHaveCount(0, { timeout: 60_000 });
  }
});
