import type { BrowserContext, Page } from '@playwright/test';
import { ALL_TAG } from '../../ops/test/level.ts';
import { expect, test } from '../fixtures.ts';
import {
  chooseFiles,
  descriptionBox,
  goOn,
  heading,
  pdf,
  pickTopic,
  signIn,
  startRequest,
  writeDescription,
} from '../steps.ts';

// A worker would have everything in its cache. Without one, each page depends on the network.
test.use({ serviceWorkers: 'block' });

const TEXT = 'Não percebo a nota de cobrança de maio.';
const notOpened = (page: Page) => page.getByRole('region', { name: 'Não foi possível abrir a página.' });
const partNotOpened = (page: Page) =>
  page.getByRole('region', { name: 'Não foi possível abrir uma parte da página.' });
const help = (page: Page) => page.getByRole('link', { name: 'Ajuda', exact: true }).first();
const tryAgain = (page: Page) => page.getByRole('button', { name: 'Tentar de novo' });

/** Blocks these files until the returned function is called. To cut the connection would not do: the browser's own cache would still give them. */
async function cut(context: BrowserContext, files: string): Promise<() => Promise<void>> {
  await context.setOffline(true);
  await context.route(files, (route) => route.abort());
  return async () => {
    await context.unroute(files);
    await context.setOffline(false);
  };
}

/** Acts like a server with a newer build: the files are gone until the document is loaded anew. The returned function tells whether it was. */
async function takeAway(page: Page, files: string): Promise<() => boolean> {
  let isNewer = false;
  await page.context().route(files, (route) => (isNewer ? route.continue() : route.fulfill({ status: 404 })));
  page.on('request', (request) => {
    isNewer ||= request.isNavigationRequest();
  });
  return () => isNewer;
}

test.beforeEach(async ({ page, complaints }) => {
  complaints.allow(/Failed to load resource/);
  await signIn(page);
});

test('whoever has begun to write goes on to the summary without a connection', { tag: ALL_TAG }, async ({
  page,
  context,
}) => {
  await startRequest(page);
  // The last words on the way, those of the request's page, have come, and nothing more for a second: the page's code may come after its words.
  await page.waitForFunction(() => {
    const parts = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
    const lastMs = Math.max(...parts.map(({ responseEnd }) => responseEnd));
    return parts.some(({ name }) => name.endsWith('/thread.json')) && performance.now() - lastMs > 1_000;
  });
  await context.setOffline(true);
  await writeDescription(page);
  await goOn(page);
  await expect(heading(page, 'Definir tema')).toBeVisible();
  await pickTopic(page);
  await goOn(page);
  await expect(heading(page, 'Anexar documentos')).toBeVisible();
  await goOn(page);
  await expect(heading(page, 'Resumo do pedido')).toBeVisible();
  await page.getByRole('button', { name: 'Submeter pedido' }).click();
  await expect(heading(page, 'O pedido ainda não foi enviado')).toBeVisible();
});

test('a page that does not come leaves the one that is there, with what is being written', async ({
  page,
  context,
}) => {
  await startRequest(page);
  await page.waitForLoadState('networkidle');
  const address = page.url();
  await context.setOffline(true);
  await descriptionBox(page).fill(TEXT);
  await help(page).click();
  await expect(notOpened(page)).toBeVisible();
  await expect(heading(page, 'Descrição do pedido')).toBeVisible();
  await expect(descriptionBox(page)).toHaveValue(TEXT);
  expect(page.url()).toBe(address);
  // The app fetches nothing more.
  await expect(page.getByText('A abrir a página…')).toHaveCount(0, { timeout: 1_000 });

  await tryAgain(page).click();
  await expect(notOpened(page)).toBeVisible();
  await expect(descriptionBox(page)).toHaveValue(TEXT);

  await context.setOffline(false);
  // The try before may still be waiting for its words, and open the page by itself.
  await expect(async () => {
    if (await tryAgain(page).isVisible()) await tryAgain(page).click({ timeout: 1_000 });
    await expect(heading(page, 'Ajuda')).toBeFocused({ timeout: 1_000 });
  }).toPass();
  await expect(notOpened(page)).toHaveCount(0);
  await page.goBack();
  await expect(descriptionBox(page)).toHaveValue(TEXT);
});

test('a notice whose code does not come says its words all the same, and brings back', {
  tag: ALL_TAG,
}, async ({ page, context }) => {
  await startRequest(page);
  await writeDescription(page);
  await goOn(page);
  await pickTopic(page);
  await goOn(page);
  await chooseFiles(page, [pdf()]);
  const file = page.getByRole('button', { name: 'Remover fatura.pdf' });
  await expect(file).toBeVisible();
  await page.waitForLoadState('networkidle');
  await context.setOffline(true);
  await file.click();
  const notice = page.getByRole('region', { name: /fatura\.pdf/ });
  await expect(file).toHaveCount(0);
  await notice.getByRole('button', { name: 'Desfazer' }).click();
  await expect(file).toBeVisible();
  await expect(notice).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Escolher ficheiros' })).toBeFocused();
});

/** Marks this document, so that the test can tell it from another. */
const mark = (page: Page) => page.locator('html').evaluate((html) => html.setAttribute('data-mark', ''));
const isSameDocument = (page: Page) => page.locator('html').evaluate((html) => html.matches('[data-mark]'));

/** Opens the list by its address: nothing has been pressed, so the app has fetched nothing ahead. */
async function openList(page: Page): Promise<void> {
  await page.goto('/pedidos');
  await expect(heading(page, 'Os meus pedidos')).toBeVisible();
  await page.waitForLoadState('networkidle');
  await mark(page);
}

test('a search whose code does not come leaves the page, and finds when it has come', {
  tag: ALL_TAG,
}, async ({ page, context }) => {
  await openList(page);
  const restore = await cut(context, '**/assets/*/find-section.js');
  const box = page.getByRole('searchbox');
  await box.fill('pensão');
  await expect(partNotOpened(page)).toBeVisible();
  await expect(heading(page, 'Os meus pedidos')).toBeVisible();
  await expect(box).toHaveValue('pensão');
  await restore();
  await tryAgain(page).click();
  await expect(page.getByText(/^\d+ pedidos?$/)).toBeVisible();
  await expect(partNotOpened(page)).toHaveCount(0);
  expect(await isSameDocument(page)).toBe(true);
});

test('a search that a newer e-Clic has taken away is opened as the newer one has it, once somebody asks for it again', {
  tag: ALL_TAG,
}, async ({ page }) => {
  await openList(page);
  await takeAway(page, '**/assets/*/find-section.js');
  await page.getByRole('searchbox').fill('pensão');
  await expect(partNotOpened(page)).toBeVisible();
  expect(await isSameDocument(page)).toBe(true);
  await tryAgain(page).click();
  await expect(page.getByText(/^\d+ pedidos?$/)).toBeVisible();
  await expect(page.getByRole('searchbox')).toHaveValue('pensão');
  expect(await isSameDocument(page)).toBe(false);
});

test('a list whose drafts do not come stands without them, and shows them when they have come', {
  tag: ALL_TAG,
}, async ({ page, context }) => {
  await startRequest(page);
  await descriptionBox(page).fill(TEXT);
  await expect(page.getByText('Guardado').first()).toBeVisible();
  await page.waitForLoadState('networkidle');
  const restore = await cut(context, '**/assets/*/unsent-groups.js');
  await page.getByRole('link', { name: 'Os meus pedidos', exact: true }).first().click();
  await expect(heading(page, 'Os meus pedidos')).toBeVisible();
  await expect(partNotOpened(page)).toBeVisible();
  await restore();
  // Another part of the list may fail a moment later, and the same bar says so.
  await expect(async () => {
    if (await tryAgain(page).isVisible()) await tryAgain(page).click({ timeout: 1_000 });
    await expect(page.getByRole('listitem').filter({ hasText: TEXT })).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await expect(partNotOpened(page)).toHaveCount(0);
});

test('signing out whose question does not come leaves the page and says so', { tag: ALL_TAG }, async ({
  page,
  context,
}) => {
  await openList(page);
  const restore = await cut(context, '**/assets/*/*.js');
  const signOut = page.getByRole('button', { name: 'Terminar sessão' });
  await signOut.click();
  await expect(partNotOpened(page)).toBeVisible();
  await expect(heading(page, 'Os meus pedidos')).toBeVisible();
  await restore();
  await signOut.click();
  await expect(page.getByRole('dialog')).toBeVisible();
  expect(await isSameDocument(page)).toBe(true);
});

test('the way back to a page that does not come leaves the one that is there', { tag: ALL_TAG }, async ({
  page,
  context,
}) => {
  await page.getByRole('link', { name: 'Definições', exact: true }).first().click();
  await expect(heading(page, 'Definições')).toBeVisible();
  await help(page).click();
  await expect(heading(page, 'Ajuda')).toBeVisible();
  await page.reload();
  await expect(heading(page, 'Ajuda')).toBeVisible();
  await page.waitForLoadState('networkidle');
  // To cut the connection would not do: the browser's own cache would still give the page's code.
  await context.route('**/assets/*/definicoes.js', (route) => route.abort());
  await page.goBack();
  await expect(notOpened(page)).toBeVisible();
  await expect(heading(page, 'Ajuda')).toBeVisible();
  expect(new URL(page.url()).pathname).toBe('/ajuda');
  await context.unroute('**/assets/*/definicoes.js');
  await tryAgain(page).click();
  await expect(heading(page, 'Definições')).toBeVisible();
});

test('a page that a newer e-Clic has taken away is opened as the newer one has it', { tag: ALL_TAG }, async ({
  page,
}) => {
  const isNewer = await takeAway(page, '**/assets/*/ajuda.js');
  await help(page).click();
  await expect(notOpened(page)).toBeVisible();
  await expect(heading(page, 'Os meus pedidos')).toBeVisible();
  expect(isNewer()).toBe(false);
  await tryAgain(page).click();
  await expect(heading(page, 'Ajuda')).toBeVisible();
  expect(new URL(page.url()).pathname).toBe('/ajuda');
});
