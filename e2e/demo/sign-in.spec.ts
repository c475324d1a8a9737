import { LANGUAGES } from '../../src/state/kept-preferences.ts';
import { expect, test } from '../fixtures.ts';
import { placeOnPage } from '../place-on-page.ts';

const DESKTOP = { width: 1280, height: 900 };
const PHONE = { width: 360, height: 780 };

test('the two ways to sign in stand side by side on a desktop; on a phone they and the way on without fill one screen', async ({
  page,
}) => {
  await page.setViewportSize(DESKTOP);
  await page.goto('/entrar');
  const cmd = page.getByRole('button', { name: 'Entrar com Chave Móvel Digital' });
  const niss = page.getByLabel('NISS', { exact: true });
  const submit = page.getByRole('button', { name: 'Entrar', exact: true });
  const guest = page.getByRole('link', { name: 'Começar um pedido sem iniciar sessão' });
  expect((await placeOnPage(niss)).left).toBeGreaterThan((await placeOnPage(cmd)).right);

  await page.setViewportSize(PHONE);
  await expect(page.getByText(/o que fica guardado pode ser lido/)).toBeHidden();
  for (const act of [cmd, niss, submit, guest]) {
    expect((await placeOnPage(act)).bottom).toBeLessThanOrEqual(PHONE.height);
  }
  await page.getByText('Porquê?').click();
  await expect(page.getByText(/o que fica guardado pode ser lido/)).toBeVisible();
});

test('in each language the way on without signing in stands in the first screen of a phone', async ({
  page,
}) => {
  await page.setViewportSize(PHONE);
  await page.goto('/entrar');
  // A language that is chosen before the app has taken over loads the page anew.
  await expect(page.locator('html')).not.toHaveAttribute('data-written');
  for (const { code } of LANGUAGES) {
    await page.getByRole('contentinfo').getByRole('combobox').selectOption(code);
    await expect(page.locator('html')).toHaveAttribute('lang', code);
    const guest = page.locator('main a[href*="convidado"]');
    await expect.poll(async () => (await placeOnPage(guest)).bottom, code).toBeLessThanOrEqual(PHONE.height);
  }
});
