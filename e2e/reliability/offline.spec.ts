import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ALL_TAG } from '../../ops/test/level.ts';
import { LANGUAGES, SOURCE_LANGUAGE } from '../../src/state/kept-preferences.ts';
import {
  descriptionBox,
  goOn,
  heading,
  pickTopic,
  signIn,
  startRequest,
  writeDescription,
  writeRequest,
} from '../steps.ts';
import { expect, test, waitForWorker } from './fixtures.ts';

function listHeading(language: string): string {
  const path = join(import.meta.dirname, '../../locales', language, 'requests.json');
  return JSON.parse(readFileSync(path, 'utf8')).title;
}

test('visited once, e-Clic starts without its server on every page, and what is written then arrives by itself', async ({
  page,
  context,
  server,
}) => {
  test.setTimeout(180_000);
  await signIn(page);
  await waitForWorker(page);
  await startRequest(page);
  await writeDescription(page, 'Um rascunho começado com ligação.');
  await expect(page.getByText(/^Guardado (neste dispositivo|na sua conta) às/).first()).toBeVisible();
  const draft = new URL(page.url()).pathname;
  await server.kill();

  await page.reload();
  await expect(descriptionBox(page)).toHaveValue('Um rascunho começado com ligação.');
  for (const [path, title] of [
    ['/pedidos', 'Os meus pedidos'],
    ['/por-enviar', 'Por enviar'],
    ['/definicoes', 'Definições'],
    ['/ajuda', 'Ajuda'],
    ['/acessibilidade', /Acessibilidade/],
    ['/privacidade', /Privacidade/],
    ['/contactos', /Contactos/],
    [draft, 'Descrição do pedido'],
  ] as const) {
    await page.goto(path);
    await expect(heading(page, title)).toBeVisible();
  }
  const second = await context.newPage();
  await second.goto('/pedidos');
  for (const { code } of LANGUAGES) {
    await second.locator('#footer-language').selectOption(code);
    await expect(second.locator('html')).toHaveAttribute('lang', code);
    await second.reload();
    await expect(second.locator('html')).toHaveAttribute('lang', code);
    await expect(heading(second, listHeading(code))).toBeVisible();
  }
  await second.locator('#footer-language').selectOption(SOURCE_LANGUAGE);
  await expect(heading(second, 'Os meus pedidos')).toBeVisible();
  await second.close();

  await writeRequest(page, [], 'Escrito e submetido sem ligação.');
  await page.getByRole('button', { name: 'Submeter pedido' }).click();
  await expect(heading(page, 'O pedido ainda não foi enviado')).toBeVisible();
  await server.start();
  await expect(heading(page, 'Pedido recebido')).toBeVisible({ timeout: 30_000 });
  const { requests } = await server.state();
  expect(
    requests.filter(({ description }) => description === 'Escrito e submetido sem ligação.'),
  ).toMatchObject([{ commits: 1 }]);
});

test('going online sends what waited within ten seconds', { tag: ALL_TAG }, async ({
  page,
  context,
  server,
}) => {
  await signIn(page);
  await waitForWorker(page);
  await startRequest(page);
  await writeDescription(page, 'Submetido num túnel.');
  await goOn(page);
  await pickTopic(page);
  await goOn(page);
  await expect(heading(page, 'Anexar documentos')).toBeVisible();
  await goOn(page);
  await expect(heading(page, 'Resumo do pedido')).toBeVisible();
  await context.setOffline(true);
  await page.getByRole('button', { name: 'Submeter pedido' }).click();
  await expect(heading(page, 'O pedido ainda não foi enviado')).toBeVisible();
  await context.setOffline(false);
  await expect(heading(page, 'Pedido recebido')).toBeVisible({ timeout: 10_000 });
  const { requests } = await server.state();
  expect(requests.filter(({ description }) => description === 'Submetido num túnel.')).toHaveLength(1);
});
