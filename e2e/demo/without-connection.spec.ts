import { expect, test } from '../fixtures.ts';
import { recordFilm } from '../record-film.ts';
import { waitForWorker } from '../reliability/fixtures.ts';
import { beSignedIn, cutConnection, heading, MARIA, pdf, writeRequest } from '../steps.ts';

test('with «Sem ligação» on, the demo starts, writes and submits; what waited arrives by itself afterwards', async ({
  page,
}) => {
  await beSignedIn(page);
  await cutConnection(page, true);
  await page.goto('/pedidos');
  await page.reload();
  await expect(heading(page, 'Os meus pedidos')).toBeVisible();
  await expect(page.getByText('Sem ligação à Internet.', { exact: true }).first()).toBeVisible();
  await writeRequest(page, [pdf()], 'Escrito na demonstração, sem ligação.');
  await page.getByRole('button', { name: 'Submeter pedido' }).click();
  await expect(heading(page, 'O pedido ainda não foi enviado')).toBeVisible();
  const waiting = page.url();

  await cutConnection(page, false);
  await page.goto(waiting);
  await expect(heading(page, 'Pedido recebido')).toBeVisible({ timeout: 30_000 });
});

test.describe('on a phone', () => {
  test.use({
    viewport: { width: 360, height: 780 },
    hasTouch: true,
    isMobile: true,
    serviceWorkers: 'allow',
  });

  test('a connection that goes moves no button under the finger, and the page by a line', async ({
    page,
    context,
  }) => {
    await beSignedIn(page);
    await writeRequest(page);
    // Until its worker is there, the page itself asks for the parts that tell of a lost connection, and the browser complains.
    await waitForWorker(page);
    const line = page.getByRole('banner').getByText(/^Sem ligação/);
    const end = await recordFilm(page);
    await context.setOffline(true);
    await expect(line).toBeVisible();
    const film = await end();
    expect(film.unaskedShift, film.moved.join('; ')).toBeLessThan(0.08);

    await context.setOffline(false);
    await expect(line).toHaveCount(0);
    const button = page.getByRole('button', { name: 'Submeter pedido' });
    await button.scrollIntoViewIfNeeded();
    const top = () => button.evaluate((element) => element.getBoundingClientRect().top);
    const before = await top();
    await context.setOffline(true);
    await expect(page.getByText('O pedido é enviado quando houver ligação')).toBeInViewport();
    expect(Math.abs((await top()) - before)).toBeLessThan(2);
  });
});

test.describe('before the worker has taken the app in', () => {
  test.use({ serviceWorkers: 'block' });

  test('whoever loses the connection keeps the page that is there', async ({ page, context, complaints }) => {
    complaints.allow(/ERR_INTERNET_DISCONNECTED/);
    await page.goto('/entrar');
    await expect(heading(page, 'Iniciar sessão')).toBeVisible();
    await expect(page.locator('html')).not.toHaveAttribute('data-written');
    // A script that the page fetches once somebody begins to sign in.
    const missed = page.waitForEvent('requestfailed', (request) => request.url().endsWith('.js'));
    await context.setOffline(true);
    await page.getByLabel('NISS', { exact: true }).fill(MARIA);
    await missed;
    await expect(heading(page, 'Iniciar sessão')).toBeVisible();
    await expect(page.getByLabel('NISS', { exact: true })).toHaveValue(MARIA);
  });
});
