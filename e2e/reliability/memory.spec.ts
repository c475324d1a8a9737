import type { Page } from '@playwright/test';
import { poll } from '../poll.ts';
import { readRendererMib } from '../renderer-memory.ts';
import { chooseFiles, goOn, heading, pdf, signIn, writeRequest } from '../steps.ts';
import { expect, test, waitForWorker } from './fixtures.ts';

const MIB = 1024 * 1024;
const GROWTH_MAX_MIB = 64;
const FILE_BYTES = 10 * MIB;
/** The files of one request may hold 50 MB together: two requests bring ten files of 10 MB, uploaded side by side. */
const FILES_OF_EACH = 5;
const DESCRIPTIONS = ['Um pedido com ficheiros grandes.', 'Outro pedido com ficheiros grandes.'];

// What Playwright's tracer records of the page would count in the measured memory.
test.use({ trace: 'off' });

async function writeHeavyRequest(page: Page, description: string): Promise<void> {
  await writeRequest(page, [], description);
  await page
    .getByRole('link', { name: /Anexos/ })
    .first()
    .click();
  await expect(heading(page, 'Anexar documentos')).toBeVisible();
  for (let n = 0; n < FILES_OF_EACH; n += 1) {
    await chooseFiles(page, [pdf(`grande-${n}.pdf`, FILE_BYTES - n)]);
    await expect(page.getByRole('button', { name: /^Remover/ })).toHaveCount(n + 1);
  }
  await goOn(page);
  await expect(heading(page, 'Resumo do pedido')).toBeVisible();
  await page.getByRole('button', { name: 'Submeter pedido' }).click();
  await expect(heading(page, 'O pedido ainda não foi enviado')).toBeVisible();
}

test('while 100 MB of files go up, the page’s memory grows by less than 64 MiB', async ({
  page,
  context,
  browser,
  server,
}) => {
  test.setTimeout(300_000);
  await signIn(page);
  await waitForWorker(page);
  await context.setOffline(true);
  for (const description of DESCRIPTIONS) await writeHeavyRequest(page, description);
  await page.requestGC();
  const before = await readRendererMib(browser, 'VmRSS');
  await context.setOffline(false);
  let most = 0;
  await poll(
    async () => {
      most = Math.max(most, await readRendererMib(browser, 'VmRSS'));
      const { requests } = await server.state();
      const arrived = requests.map(({ description }) => description);
      return DESCRIPTIONS.every((description) => arrived.includes(description));
    },
    { timeout: 240_000 },
  ).toBe(true);
  console.log(`renderer: ${before.toFixed(0)} MiB before, at most ${most.toFixed(0)} MiB while sending`);
  expect(most - before).toBeLessThan(GROWTH_MAX_MIB);
});
