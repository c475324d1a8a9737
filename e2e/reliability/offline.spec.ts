import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { ALL_TAG } from '../../ops/test/level.ts';
import { type Language, SOURCE_LANGUAGE } from '../../src/state/kept-preferences.ts';
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
import { expect, test, waitForPart, waitForWorker } from './fixtures.ts';

function readText(language: string, namespace: string, key: string): string {
  const path = join(import.meta.dirname, '../../locales', language, `${namespace}.json`);
  return JSON.parse(readFileSync(path, 'utf8'))[key];
}

async function speak(page: Page, language: Language): Promise<void> {
  await page.locator('#footer-language').selectOption(language);
  await expect(page.locator('html')).toHaveAttribute('lang', language);
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
  const second = await context.newPage();
  await second.goto('/pedidos');
  await speak(second, 'en');
  await waitForPart(second, 'en');
  await speak(second, SOURCE_LANGUAGE);
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
  // English is on the device, because it was chosen there before. Ukrainian never was, so it cannot be had, and English stays.
  await second.goto('/glossario');
  await speak(second, 'en');
  await second.reload();
  await expect(heading(second, readText('en', 'glossary', 'heading'))).toBeVisible();
  await second.locator('#footer-language').selectOption('uk');
  await expect(second.getByText(readText('en', 'common', 'languageNotLoaded')).first()).toBeVisible();
  await speak(second, SOURCE_LANGUAGE);
  await expect(heading(second, readText(SOURCE_LANGUAGE, 'glossary', 'heading'))).toBeVisible();
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
