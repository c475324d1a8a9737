import { expectAccessible } from '../accessibility.ts';
import { expect, test } from '../fixtures.ts';
import {
  chooseFiles,
  fillCredentials,
  goOn,
  heading,
  PICTURE,
  pdf,
  pickTopic,
  signIn,
  startRequest,
  submit,
  writeDescription,
  writeRequest,
} from '../steps.ts';

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme} colours`, () => {
    test.use({ colorScheme });

    test('every page that is readable signed out is accessible', async ({ page }) => {
      for (const path of [
        '/ajuda',
        '/acessibilidade',
        '/privacidade',
        '/contactos',
        '/definicoes',
        '/nada',
      ]) {
        await page.goto(path);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        await expectAccessible(page, path);
      }
    });

    test('signing in is accessible, errors included', async ({ page }) => {
      await page.goto('/entrar');
      await expectAccessible(page, 'sign-in');
      await page.getByRole('button', { name: 'Entrar', exact: true }).click();
      await expect(page.getByRole('heading', { name: 'Há um problema' })).toBeVisible();
      await expectAccessible(page, 'sign-in with errors');
      await fillCredentials(page);
      await page.getByRole('button', { name: 'Entrar', exact: true }).click();
      await page.getByRole('textbox', { name: 'Código de verificação' }).fill('111111');
      await expectAccessible(page, 'code');
      await page.getByRole('button', { name: 'Confirmar', exact: true }).click();
      await expect(page.getByRole('heading', { name: 'Há um problema' })).toBeVisible();
      await expectAccessible(page, 'code with an error');
    });

    test('every step of a request is accessible, errors included', async ({ page }) => {
      await signIn(page);
      await startRequest(page);
      await expectAccessible(page, 'description');
      await goOn(page);
      await expect(page.getByRole('heading', { name: 'Há um problema' })).toBeVisible();
      await expectAccessible(page, 'description with errors');
      await writeDescription(page);
      await goOn(page);
      await expect(heading(page, 'Definir tema')).toBeVisible();
      await expectAccessible(page, 'topic');
      await goOn(page);
      await expectAccessible(page, 'topic with an error');
      await page.getByLabel('Procurar tema').fill('baixa');
      await expect(page.getByText('Subsídio de doença').first()).toBeVisible();
      await expectAccessible(page, 'topic search');
      await page.getByLabel('Procurar tema').fill('');
      await pickTopic(page);
      await expectAccessible(page, 'topic chosen');
      await goOn(page);
      await expect(heading(page, 'Anexar documentos')).toBeVisible();
      await expectAccessible(page, 'attachments');
      await chooseFiles(page, [pdf(), PICTURE, { ...pdf('x.pdf'), buffer: Buffer.alloc(0) }]);
      await expect(page.getByRole('heading', { name: 'Há um problema' })).toBeVisible();
      await expectAccessible(page, 'attachments with an error');
      await page
        .getByRole('button', { name: /Remover/ })
        .first()
        .click();
      await expectAccessible(page, 'attachments with an undo');
      await goOn(page);
      await expect(heading(page, 'Resumo do pedido')).toBeVisible();
      await expectAccessible(page, 'summary');
    });

    test('what comes after submitting is accessible', async ({ page, context, complaints }) => {
      complaints.allow(/ERR_INTERNET_DISCONNECTED|Failed to load resource/);
      await signIn(page);
      await expectAccessible(page, 'list');
      await writeRequest(page, [pdf()]);
      await context.setOffline(true);
      await page.getByRole('button', { name: 'Submeter pedido' }).click();
      await expect(heading(page, 'O pedido ainda não foi enviado')).toBeVisible();
      await expectAccessible(page, 'waiting');
      await page.getByRole('link', { name: 'Os meus pedidos', exact: true }).click();
      await expect(page.getByText('Por enviar').first()).toBeVisible();
      await expectAccessible(page, 'list with something waiting');
      await context.setOffline(false);
      await expect(page.getByText('Registado').first()).toBeVisible();
      await writeRequest(page);
      await submit(page);
      await expectAccessible(page, 'received');
      const { pathname } = new URL(page.url());
      await page.goto(`${pathname}/comprovativo`);
      await expect(heading(page, 'Comprovativo de entrega')).toBeVisible();
      await expectAccessible(page, 'receipt');
      await page.goto('/por-enviar');
      await expectAccessible(page, 'nothing waiting');
      await page.goto('/demonstracao');
      await expect(heading(page, 'Modo de demonstração')).toBeVisible();
      await expectAccessible(page, 'demo panel');
      await page.goto('/pedidos');
      await page.getByRole('listitem').filter({ hasText: 'Respondido' }).getByRole('link').first().click();
      await expect(heading(page, /^Pedido\s+EC-/)).toBeVisible();
      await expectAccessible(page, 'a request with its answer');
      await startRequest(page);
      await writeDescription(page);
      await page.getByRole('button', { name: 'Guardar e sair' }).click();
      await page.getByRole('button', { name: 'Terminar sessão' }).click();
      await expect(page.getByRole('dialog')).toBeVisible();
      await expectAccessible(page, 'leaving');
    });
  });
}

test('the simulator of Chave Móvel Digital is accessible', async ({ page }) => {
  await page.goto('/entrar');
  await page.getByRole('button', { name: 'Entrar com Chave Móvel Digital' }).click();
  await expect(page.getByText(/simulador/i).first()).toBeVisible();
  await expectAccessible(page, 'CMD');
});
