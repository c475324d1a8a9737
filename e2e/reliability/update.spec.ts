import type { Locator, Page } from '@playwright/test';
import { ALL_TAG } from '../../ops/test/level.ts';
import { LANGUAGES } from '../../src/state/kept-preferences.ts';
import { poll } from '../poll.ts';
import { descriptionBox, pdf, signIn, startRequest, writeDescription, writeRequest } from '../steps.ts';
import { expect, keepEverything, test, waitForWorker } from './fixtures.ts';

const SIZE = 6 * 1024 * 1024;

function isNewBuild(page: Page): Promise<boolean> {
  return page.evaluate(() => document.querySelector('meta[name=build]') !== null);
}

/**
 * Has the browser look for a newer build, and waits until it has: one that has just been started does not until a page in sight has come to rest, or for three
 * minutes.
 */
async function lookForBuild(page: Page): Promise<void> {
  await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
}

/** Finds the newer build, and returns the button that accepts it. */
async function findNewBuild(page: Page): Promise<Locator> {
  await page.bringToFront();
  await lookForBuild(page);
  const accept = page.getByRole('button', { name: 'Atualizar agora' });
  await expect(accept).toBeVisible();
  return accept;
}

test('a new build deployed while people type and files go up: nothing lost, nothing cut, all tabs end on it', async ({
  page,
  context,
  server,
}) => {
  test.setTimeout(120_000);
  await signIn(page);
  await waitForWorker(page);
  await lookForBuild(page);
  const second = await context.newPage();
  const uploading = await context.newPage();
  for (const tab of [page, second]) {
    if (tab === second) await tab.goto('/pedidos');
    await startRequest(tab);
  }
  await writeDescription(page, 'O texto do primeiro separador');
  await writeDescription(second, 'O texto do segundo separador');
  await uploading.goto('/pedidos');
  await server.post('faults', { latencyMs: 200 });
  await writeRequest(uploading, [pdf('grande.pdf', SIZE)], 'Um envio que não se interrompe.');
  await uploading.getByRole('button', { name: 'Submeter pedido' }).click();
  await poll(async () => (await server.state()).uploads[0]?.bytesReceived ?? 0).toBeGreaterThan(0);

  // Chromium looks for a newer worker with each page, and must not do so in the middle of the deployment.
  await lookForBuild(uploading);
  server.deployNewBuild();
  const accept = await findNewBuild(page);
  // A citizen who has moved the caret types on in the same page, however soon the newer build comes.
  await descriptionBox(second).press('Control+End');
  await accept.click();
  await descriptionBox(second).pressSequentially(', e o que escrevo durante a atualização.', { delay: 60 });
  // Nothing is being typed here: this tab is loaded anew as soon as the upload is over, and what is typed on is typed into the new page.
  await poll(() => isNewBuild(page).catch(() => false), { timeout: 60_000 }).toBe(true);
  await expect(descriptionBox(page)).toHaveValue('O texto do primeiro separador');
  await descriptionBox(page).press('Control+End');
  await descriptionBox(page).pressSequentially(', com mais isto.', { delay: 60 });

  for (const tab of [page, second, uploading]) {
    await poll(() => isNewBuild(tab).catch(() => false), { timeout: 60_000 }).toBe(true);
  }
  await expect(descriptionBox(page)).toHaveValue('O texto do primeiro separador, com mais isto.');
  await expect(descriptionBox(second)).toHaveValue(
    'O texto do segundo separador, e o que escrevo durante a atualização.',
  );
  const { uploads, requests } = await server.state();
  expect(uploads[0]?.bytesReceived).toBe(SIZE);
  expect(
    requests.filter(({ description }) => description === 'Um envio que não se interrompe.'),
  ).toHaveLength(1);
});

test('a new build that the browser leaves waiting, as a file was asked for at the wrong instant, comes all the same', {
  tag: ALL_TAG,
}, async ({ page, context, server }) => {
  await signIn(page);
  await waitForWorker(page);
  await lookForBuild(page);
  const second = await context.newPage();
  await second.goto('/pedidos');
  await waitForWorker(second);
  // Chromium looks for a newer worker with each page, and must not do so in the middle of the deployment.
  await lookForBuild(second);
  server.deployNewBuild();
  const accept = await findNewBuild(page);
  // Each of these fetches wakes the worker that is about to give way.
  await second.evaluate(() => {
    const asking = setInterval(() => void fetch('/favicon.svg').catch(() => undefined), 1);
    setTimeout(() => clearInterval(asking), 2_000);
  });
  await accept.click();
  for (const tab of [page, second]) {
    await poll(() => isNewBuild(tab).catch(() => false), { timeout: 30_000 }).toBe(true);
  }
});

test('what was kept beyond the rest is kept by a new build too: a language that is spoken and the film open without a connection', {
  tag: ALL_TAG,
}, async ({ page, context, server }) => {
  await signIn(page);
  await waitForWorker(page);
  await keepEverything(page);
  server.deployNewBuild();
  await (await findNewBuild(page)).click();
  await poll(() => isNewBuild(page).catch(() => false), { timeout: 30_000 }).toBe(true);
  await context.setOffline(true);
  await page.goto('/ajuda');
  for (const { code } of LANGUAGES) {
    await page.locator('#footer-language').selectOption(code);
    await expect(page.locator('html')).toHaveAttribute('lang', code);
  }
  const seconds = await page.evaluate(async () => {
    const film = document.querySelector('video');
    await film?.play();
    return film?.duration;
  });
  expect(seconds).toBeGreaterThan(1);
});
