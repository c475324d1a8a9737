import { expect, test } from '@playwright/test';
import { ALL_TAG } from '../../ops/test/level.ts';
import { walkFocus } from '../a11y/walk-focus.ts';
import { ANSWER, askAtBalcao, DESK_SETTINGS, openDesk } from './desk.ts';
import { addClerk, type Installation, installEmbedded, ORIGIN, runOffice } from './installations.ts';

const PHONE = { width: 360, height: 740 };

test.use({ baseURL: ORIGIN });

test.describe('a clerk with the keyboard alone', { tag: ALL_TAG }, () => {
  let installation: Installation | null = null;
  test.afterEach(() => installation?.takeAway());

  test('sees what has the focus beside an open menu, which field is wrong, and begins at what was done', async ({
    browser,
  }) => {
    installation = await installEmbedded(DESK_SETTINGS);
    const password = addClerk(installation.env, 'ana');
    runOffice(installation.env, 'supervisor', 'add', 'ana');
    await installation.start();
    const reference = await askAtBalcao(1);
    const page = await openDesk(browser, password, { viewport: PHONE });
    await page.locator('summary').filter({ hasText: 'Menu' }).press('Enter');
    await expect(page.getByRole('button', { name: 'Terminar sessão' })).toBeVisible();
    expect(await walkFocus(page)).toEqual([]);

    await page.goto('/balcao/palavra-chave');
    const wrong = page.getByLabel('Palavra-chave atual');
    await expect(wrong).toHaveCSS('border-top-width', '1px');
    await wrong.fill('errada');
    await page.getByLabel('Nova palavra-chave').fill('uma palavra comprida');
    await page.getByLabel('Nova palavra-chave').press('Enter');
    await expect(wrong).toHaveAttribute('aria-invalid', 'true');
    await expect(wrong).toHaveCSS('border-top-width', '2px');

    await page.goto(`/balcao/pedidos/${reference}`);
    await page.getByLabel('Mensagem').first().fill(ANSWER);
    await page.getByRole('button', { name: 'Enviar resposta' }).press('Enter');
    await expect(page.getByRole('status').filter({ hasText: 'A resposta segue' })).toBeFocused();
    await page.keyboard.press('Tab');
    const undo = page.getByRole('button', { name: 'Desfazer' }).first();
    await expect(undo).toBeFocused();
    await undo.press('Enter');
    await expect(page.getByRole('status').filter({ hasText: 'Desfeito' })).toBeFocused();
    await page.context().close();
  });
});
