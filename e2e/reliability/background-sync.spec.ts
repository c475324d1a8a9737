import { ALL_TAG } from '../../ops/test/level.ts';
import { SYNC_TAG } from '../../src/lib/wake-worker.ts';
import { resolveBrowser } from '../browser.ts';
import { poll } from '../poll.ts';
import { heading, pdf, signIn, writeRequest } from '../steps.ts';
import { watchWorkers } from '../workers.ts';
import { expect, test, waitForWorker } from './fixtures.ts';
import type { OwnServer } from './own-server.ts';
import { cloneDraft } from './storm.ts';

/** `npm run test:all -- closed` tries two hundred: twice as many as one citizen may submit in a day. */
const TIMES = Number(process.env.TIMES ?? 20);
const MS_PER_TIME = 8_000;
/** A page is opened at a random moment within this time after the worker wakes: before, while or after it sends. */
const MOMENTS_MS = 600;

const WORDS = 'Submetido sem ligação, com o e-Clic fechado logo a seguir.';

const requestsOf = async (server: OwnServer, words: string) =>
  (await server.state()).requests.filter(({ description }) => description === words);

// The headless shell never wakes a worker in the background.
test.use({ launchOptions: resolveBrowser() });

test('what was submitted without a server goes with every page closed once the server is back, and a notification gives its reference', async ({
  page,
  context,
  server,
}) => {
  await context.grantPermissions(['notifications', 'background-sync'], { origin: server.origin });
  await signIn(page);
  await waitForWorker(page);
  const workers = await watchWorkers(context, server.origin);
  await writeRequest(page, [], WORDS);
  await server.kill();
  await page.getByRole('button', { name: 'Submeter pedido' }).click();
  await expect(heading(page, 'O pedido ainda não foi enviado')).toBeVisible();
  await expect(page.getByText('em regra também com o e-Clic fechado')).toBeVisible();
  // The page itself has registered the sync.
  await poll(() =>
    page.evaluate(async () => {
      const { sync } = (await navigator.serviceWorker.ready) as unknown as {
        sync?: { getTags(): Promise<string[]> };
      };
      return sync?.getTags();
    }),
  ).toEqual([SYNC_TAG]);
  await page.close();

  await server.start();
  await workers.sync();
  await poll(() => requestsOf(server, WORDS), { timeout: 30_000 }).toMatchObject([{ commits: 1 }]);
  const [request] = await requestsOf(server, WORDS);
  await poll(workers.notices).toEqual([`Pedido recebido. Referência ${request?.reference}`]);

  const later = await context.newPage();
  await later.goto(`/pedidos/${request?.id}`);
  await expect(heading(later, 'Pedido recebido')).toBeVisible();
});

test('files go too, and the last try that fails says so', { tag: ALL_TAG }, async ({
  page,
  context,
  server,
}) => {
  test.setTimeout(240_000);
  await context.grantPermissions(['notifications', 'background-sync'], { origin: server.origin });
  await signIn(page);
  await waitForWorker(page);
  const workers = await watchWorkers(context, server.origin);
  await writeRequest(page, [pdf('grande.pdf', 3 * 1024 * 1024)], WORDS);
  await server.kill();
  await page.getByRole('button', { name: 'Submeter pedido' }).click();
  await expect(heading(page, 'O pedido ainda não foi enviado')).toBeVisible();
  await page.close();
  await workers.sync(true);
  await poll(workers.notices, { timeout: 150_000 }).toEqual(['O que submeteu ainda não foi enviado']);

  await server.start();
  await workers.sync();
  await poll(() => requestsOf(server, WORDS), { timeout: 60_000 }).toHaveLength(1);
  const [request] = await requestsOf(server, WORDS);
  expect(request?.attachments).toHaveLength(1);
  await poll(workers.notices).toEqual([`Pedido recebido. Referência ${request?.reference}`]);
});

test('submitted without a connection, closed, and opened again at a random moment while the worker sends: received once each time', {
  tag: ALL_TAG,
}, async ({ page, context, server }) => {
  test.setTimeout(60_000 + TIMES * MS_PER_TIME);
  await signIn(page);
  await waitForWorker(page);
  const workers = await watchWorkers(context, server.origin);
  await writeRequest(page, [], 'O primeiro, de que se fazem os outros.');
  const first = new URL(page.url()).pathname.split('/')[2] ?? '';
  const ids = await cloneDraft(page, first, TIMES);
  await page.close();

  for (const id of ids) {
    const tab = await context.newPage();
    await tab.goto(`/rascunhos/${id}/resumo`);
    await context.setOffline(true);
    await tab.getByRole('button', { name: 'Submeter pedido' }).click();
    await expect(heading(tab, 'O pedido ainda não foi enviado')).toBeVisible();
    await tab.close();
    await context.setOffline(false);
    await workers.sync();
    const opened = await context.newPage();
    await opened.waitForTimeout(Math.random() * MOMENTS_MS);
    await opened.goto('/pedidos');
    await poll(async () => (await server.state()).requests.filter((request) => request.id === id), {
      timeout: 30_000,
    }).toMatchObject([{ commits: 1 }]);
    await opened.close();
  }
  const { requests } = await server.state();
  for (const id of ids)
    expect(requests.filter((request) => request.id === id)).toMatchObject([{ commits: 1 }]);
  const last = await context.newPage();
  await last.goto('/por-enviar');
  await expect(heading(last, 'Por enviar')).toBeVisible();
  await expect(last.getByRole('main').getByRole('listitem')).toHaveCount(0, { timeout: 60_000 });
});
