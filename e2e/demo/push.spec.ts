import { resolveBrowser } from '../browser.ts';
import { openPanel, openRequestThatIs, playClerk } from '../clerk.ts';
import { expect, test } from '../fixtures.ts';
import { waitForWorker } from '../reliability/fixtures.ts';
import { beSignedIn } from '../steps.ts';
import { watchWorkers } from '../workers.ts';

// The headless shell shows no notifications; the whole browser does.
test.use({ launchOptions: resolveBrowser(), serviceWorkers: 'allow', permissions: ['notifications'] });

test('Maria has this device tell her: the clerk of the panel asks, the very notification comes with the day, and a press opens the request', async ({
  page,
  context,
}) => {
  await beSignedIn(page);
  const reference = await openRequestThatIs(page, 'Em análise');
  const requestUrl = page.url();
  await page.goto('/definicoes');
  await waitForWorker(page);
  const workers = await watchWorkers(context, new URL(requestUrl).origin);
  for (const name of ['Avisar neste dispositivo', 'Dizer também até que dia tem de responder']) {
    const box = page.getByRole('checkbox', { name, exact: true });
    await box.click();
    await expect(box).toBeChecked();
  }
  const panel = await openPanel(context);
  await playClerk(panel, 'Fazer uma pergunta', reference);
  await expect
    .poll(workers.shown)
    .toMatchObject([
      { title: 'Há novidades no e-Clic', body: expect.stringMatching(/^Responda até \d{1,2} de \p{Ll}+$/u) },
    ]);
  await panel.close();
  await page.bringToFront();
  expect(await workers.press()).toBeNull();
  await expect(page).toHaveURL(requestUrl);
});
