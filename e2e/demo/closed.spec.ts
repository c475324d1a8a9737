import { expect, test } from '../fixtures.ts';
import { waitForWorker } from '../reliability/fixtures.ts';
import { beSignedIn, heading, writeRequest } from '../steps.ts';
import { watchWorkers } from '../workers.ts';

test.use({ serviceWorkers: 'allow' });

test('with the connection cut the demo submits and is closed; once the connection is back it has been sent', async ({
  page,
  context,
  baseURL,
}) => {
  const origin = baseURL ?? '';
  await context.grantPermissions(['notifications', 'background-sync'], { origin });
  await beSignedIn(page);
  await waitForWorker(page);
  const workers = await watchWorkers(context, origin);
  await writeRequest(page, [], 'Submetido na demonstração, que foi fechada a seguir.');
  await context.setOffline(true);
  await page.getByRole('button', { name: 'Submeter pedido' }).click();
  await expect(heading(page, 'O pedido ainda não foi enviado')).toBeVisible();
  const { pathname } = new URL(page.url());
  await page.close();

  await context.setOffline(false);
  await workers.sync();
  await expect.poll(workers.notices).toEqual([expect.stringMatching(/^Pedido recebido\. Referência EC-/)]);
  // No page can send it any more.
  await context.setOffline(true);
  const later = await context.newPage();
  await later.goto(pathname);
  await expect(heading(later, 'Pedido recebido')).toBeVisible();
});
