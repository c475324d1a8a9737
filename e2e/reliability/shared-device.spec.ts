import type { Page } from '@playwright/test';
import { ALL_TAG } from '../../ops/test/level.ts';
import { expectKept, expectNothingKept, readEverythingKept } from '../read-everything-kept.ts';
import {
  CODE,
  descriptionBox,
  fillCredentials,
  goOn,
  heading,
  pickTopic,
  signIn,
  startRequest,
  writeDescription,
} from '../steps.ts';
import { expect, test, waitForWorker } from './fixtures.ts';

const SECRET = 'Tenho uma doença de que não quero que se saiba.';

async function signInShared(page: Page): Promise<void> {
  await page.goto('/entrar');
  await fillCredentials(page);
  await page.getByLabel('Este dispositivo é partilhado').check();
  await page.getByRole('button', { name: 'Entrar', exact: true }).click();
  await page.getByRole('textbox', { name: 'Código de verificação' }).fill(CODE);
  await page.getByRole('button', { name: 'Confirmar', exact: true }).click();
  await expect(heading(page, 'Os meus pedidos')).toBeVisible();
}

test('after signing out of a shared device nothing is left of the person who was there', async ({ page }) => {
  await signInShared(page);
  await waitForWorker(page);
  await startRequest(page);
  await writeDescription(page, SECRET);
  await expectKept(page, SECRET);

  await page.getByRole('button', { name: 'Terminar sessão' }).click();
  await page.getByRole('button', { name: 'Apagar e sair' }).click();
  // The app says so only after it has told the browser, too, to forget the site.
  await expect(page.getByText('O que estava neste dispositivo foi apagado.').first()).toBeVisible();
  await expect(heading(page, 'Iniciar sessão')).toBeVisible();
  const kept = await page.evaluate(readEverythingKept);
  for (const trace of [SECRET, 'Maria Exemplo', '10000000000', '••••••••000'])
    expect(kept.includes(trace), trace).toBe(false);

  // The browser has taken every database away from the page, and the page goes on.
  await signIn(page);
  await startRequest(page);
  await writeDescription(page, SECRET);
  await expect(page.getByText(/^Guardado/)).toBeVisible();
});

test('after signing out of a shared device e-Clic starts without a connection, though nobody has loaded it anew', async ({
  page,
  context,
}) => {
  await signInShared(page);
  await waitForWorker(page);
  const before = await page.evaluateHandle(() => navigator.serviceWorker.controller);
  await page.getByRole('button', { name: 'Terminar sessão' }).click();
  await expect(heading(page, 'Iniciar sessão')).toBeVisible();
  // The page that holds the worker of before is still the same one.
  await page.waitForFunction((gone) => {
    const { controller } = navigator.serviceWorker;
    return controller !== gone && controller?.state === 'activated';
  }, before);
  await context.setOffline(true);
  await page.goto('/ajuda');
  await expect(heading(page, 'Ajuda')).toBeVisible();
});

test('once the windows of a shared device are closed the next one has nothing of who was there', async ({
  page,
  context,
}) => {
  await signInShared(page);
  await startRequest(page);
  await writeDescription(page, SECRET);
  await expectKept(page, SECRET);
  const draft = page.url();
  const second = await context.newPage();
  await second.goto(draft);
  await expect(descriptionBox(second)).toHaveValue(SECRET);
  await page.close();
  await second.reload();
  await expect(descriptionBox(second)).toHaveValue(SECRET);
  await second.close();

  const next = await context.newPage();
  await next.goto(draft);
  await expect(heading(next, 'Iniciar sessão')).toBeVisible();
  // The page may be loaded anew meanwhile: the sign-out that nobody made is made now, and the browser forgets the site.
  await expectNothingKept(next, [SECRET, 'Maria Exemplo', '10000000000']);
});

test('a request begun as a guest, after a first visit that lost its connection at once, is offered at sign-in', {
  tag: ALL_TAG,
}, async ({ page, context, server }) => {
  await page.goto('/entrar');
  await waitForWorker(page);
  await context.setOffline(true);
  await page.getByRole('link', { name: 'Começar um pedido sem iniciar sessão' }).click();
  await expect(heading(page, 'Descrição do pedido')).toBeVisible();
  await writeDescription(page, 'Escrito por um visitante, sem ligação.');
  await goOn(page);
  await pickTopic(page);
  await goOn(page);
  await expect(heading(page, 'Anexar documentos')).toBeVisible();
  await page.reload();
  await goOn(page);
  await expect(heading(page, 'Resumo do pedido')).toBeVisible();

  await context.setOffline(false);
  await signIn(page);
  await page.getByRole('button', { name: 'Juntar à minha conta' }).click();
  await page.getByRole('listitem').filter({ hasText: 'Escrito por um visitante' }).getByRole('link').click();
  await expect(page.getByText('Escrito por um visitante, sem ligação.').first()).toBeVisible();
  await page.goto('/pedidos');
  await expect(page.getByText('Escrito por um visitante, sem ligação.').first()).toBeVisible();
  expect(
    (await server.state()).requests.some(({ description }) => description.startsWith('Escrito por um')),
  ).toBe(false);
  await startRequest(page);
  await expect(descriptionBox(page)).toHaveValue('');
});
