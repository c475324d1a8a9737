import { ALL_TAG } from '../../ops/test/level.ts';
import { poll } from '../poll.ts';
import { openSession } from '../sign-in-by-api.ts';
import {
  descriptionBox,
  heading,
  JOAO,
  MARIA,
  signIn,
  startRequest,
  writeDescription,
  writeRequest,
} from '../steps.ts';
import { expect, test, waitForWorker } from './fixtures.ts';

const MINE = 'O pedido da Maria, que é só dela.';

test('Maria’s request never goes out under João’s session; after she signs in it does', async ({
  page,
  context,
  server,
}) => {
  test.setTimeout(120_000);
  await signIn(page, MARIA);
  // Without a connection, the page of what waits to be sent comes from the worker.
  await waitForWorker(page);
  await writeRequest(page, [], MINE);
  await context.setOffline(true);
  await page.getByRole('button', { name: 'Submeter pedido' }).click();
  await expect(heading(page, 'O pedido ainda não foi enviado')).toBeVisible();
  await server.post('faults', { signOutAll: true });

  // João signs in as in another tab of the browser: the session changes under the first tab.
  await context.setOffline(false);
  await openSession(context, JOAO);
  await page.reload();
  await expect(page.getByText('João Modelo').first()).toBeVisible();
  const mine = async () => (await server.state()).requests.filter(({ description }) => description === MINE);
  expect(await mine()).toEqual([]);
  await expect(page.getByText(MINE)).toHaveCount(0);

  await context.request.delete('/api/v1/session', { headers: { 'X-App': 'e-clic' } });
  await signIn(page, MARIA);
  await poll(mine, { timeout: 30_000 }).toMatchObject([{ commits: 1 }]);
});

test('a session that ends while writing keeps the screen and the words', async ({ page, server }) => {
  await signIn(page);
  await startRequest(page);
  await writeDescription(page, 'A sessão acaba a meio desta frase');
  await server.post('faults', { signOutAll: true });
  await descriptionBox(page).pressSequentially(', mas nada se perde.');
  // Sync asks the server at once when the connection is back, and otherwise within twenty seconds.
  await page.evaluate(() => dispatchEvent(new Event('online')));
  await expect(page.getByText(/A sua sessão terminou/).first()).toBeVisible({ timeout: 30_000 });
  await expect(descriptionBox(page)).toHaveValue('A sessão acaba a meio desta frase, mas nada se perde.');
});

test('a draft begun in one browser is finished in another; edited in both offline, both texts survive', {
  tag: ALL_TAG,
}, async ({ page, browser, server }) => {
  test.setTimeout(120_000);
  await signIn(page);
  await startRequest(page);
  // The sentence **Guardado na sua conta** may still be about an earlier save.
  const inAccount = page.waitForResponse(
    (response) => response.ok() && Boolean(response.request().postData()?.includes('Começado no telemóvel.')),
  );
  await writeDescription(page, 'Começado no telemóvel.');
  await inAccount;
  await expect(page.getByText(/^Guardado na sua conta às/).first()).toBeVisible({ timeout: 20_000 });
  const { pathname } = new URL(page.url());

  const desktopContext = await browser.newContext({ baseURL: server.origin, locale: 'pt-PT' });
  const desktop = await desktopContext.newPage();
  await signIn(desktop);
  await expect(desktop.getByText('Começado no telemóvel.')).toBeVisible();
  await desktop.goto(pathname);
  await expect(descriptionBox(desktop)).toHaveValue('Começado no telemóvel.');

  await page.context().setOffline(true);
  await desktopContext.setOffline(true);
  await descriptionBox(page).fill('Continuado no telemóvel.');
  await descriptionBox(desktop).fill('Continuado no computador.');
  await page.getByRole('button', { name: 'Guardar e sair' }).click();
  await desktop.getByRole('button', { name: 'Guardar e sair' }).click();
  const kept = page.waitForResponse(
    (response) =>
      response.url().includes('/drafts/') && response.request().method() === 'PUT' && response.ok(),
  );
  await page.context().setOffline(false);
  await kept;
  await desktopContext.setOffline(false);
  for (const device of [desktop, page]) {
    await expect(device.getByText('Continuado no telemóvel.').first()).toBeVisible({ timeout: 45_000 });
    await expect(device.getByText('Continuado no computador.').first()).toBeVisible({ timeout: 45_000 });
  }
  await desktopContext.close();
});
