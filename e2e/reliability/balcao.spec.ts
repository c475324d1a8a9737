import { randomUUID } from 'node:crypto';
import { type Browser, expect, type Page, test } from '@playwright/test';
import {
  ORIGIN as CITIZENS_ORIGIN,
  type Browser as Citizen,
  signIn as signInCitizen,
  submission,
  submit,
  uploaded,
} from '../../contract/conformance/subject.ts';
import type { CitizenRequest } from '../../contract/types.ts';
import { ALL_TAG } from '../../ops/test/level.ts';
import { serverAt } from '../../server/testing/server-at.ts';
import { expectAccessible } from '../accessibility.ts';
import { PICTURE, pdf } from '../steps.ts';
import { addClerk, type Installation, installEmbedded, ORIGIN } from './installations.ts';

const SETTINGS = {
  SIGN_IN: 'simulator',
  CLERK_SECOND_FACTOR: 'off',
  BALCAO_UNDO_SECONDS: '600',
  DAY_REQUESTS: '9999',
};
const REQUESTS = 60;
const ANSWER = 'A nota diz respeito ao mês de outubro.';
const LASTS_MS = 240_000;

test.use({ baseURL: ORIGIN });

/** A request with a picture, then many without. Answers the reference of the first. */
async function ask(count: number): Promise<string> {
  const server = serverAt(Number(new URL(ORIGIN).port), CITIZENS_ORIGIN);
  const maria: Citizen = await signInCitizen({ server, advance() {}, stop: async () => {} });
  const { name, buffer } = PICTURE;
  const file = { ...(await uploaded(maria, buffer, name)), type: PICTURE.mimeType };
  const references: string[] = [];
  for (let made = 0; made < count; made += 1) {
    const attachments = made === 0 ? [file] : [];
    const answer = await submit<CitizenRequest>(maria, randomUUID(), submission({ attachments }));
    references.push(answer.body.reference);
  }
  return references[0] ?? '';
}

async function openDesk(browser: Browser, password: string, javaScriptEnabled: boolean): Promise<Page> {
  const context = await browser.newContext({ baseURL: ORIGIN, javaScriptEnabled });
  const page = await context.newPage();
  await page.goto('/balcao');
  await page.getByLabel('Nome de utilizador').fill('ana');
  await page.getByLabel('Palavra-chave').fill(password);
  await page.getByRole('button', { name: 'Iniciar sessão' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Pedidos' })).toBeVisible();
  return page;
}

/** With its styles. */
async function look(page: Page, what: string): Promise<void> {
  await page.waitForLoadState();
  await expectAccessible(page, what);
}

test.describe('at Balcão', { tag: ALL_TAG }, () => {
  let installation: Installation | null = null;
  let password = '';
  let reference = '';

  test.beforeEach(async () => {
    test.setTimeout(LASTS_MS);
    installation = await installEmbedded(SETTINGS);
    password = addClerk(installation.env, 'ana');
    await installation.start();
    reference = await ask(REQUESTS);
  });
  test.afterEach(() => installation?.takeAway());

  test('sixty requests are seen without opening one, answered with one press each, and taken back, without any script', async ({
    browser,
  }) => {
    const page = await openDesk(browser, password, false);
    await expect(page.getByRole('row').nth(1)).toContainText('Recebi uma nota de cobrança');
    await page.getByRole('link', { name: reference }).click();
    let presses = 0;
    const answered = 5;
    for (let count = 0; count < answered; count += 1) {
      await page.getByLabel('Mensagem').first().fill(ANSWER);
      await page.getByRole('button', { name: 'Enviar e abrir o seguinte' }).first().click();
      presses += 1;
      await expect(page.getByRole('status')).toContainText('Resposta enviada a Maria Exemplo.');
    }
    expect(presses / answered).toBe(1);
    await page.getByLabel('Ficheiros (opcional)').first().setInputFiles(pdf('Resposta.pdf'));
    await page.getByLabel('Mensagem').first().fill('A meio de');
    await page.getByRole('button', { name: 'Guardar rascunho' }).first().click();
    await expect(page.getByText(/^Resposta.pdf \(/)).toBeVisible();
    await expect(page.getByLabel('Mensagem').first()).toHaveValue('A meio de');
    await page.getByLabel('Mensagem').first().fill(ANSWER);
    await page.getByRole('button', { name: 'Enviar resposta' }).click();
    await page.getByRole('button', { name: 'Desfazer' }).first().click();
    await expect(page.getByText('Desfeito: nada foi enviado.')).toBeVisible();
    await expect(page.getByText(/^Resposta.pdf \(/)).toBeVisible();
    await page.getByRole('button', { name: 'Enviar resposta' }).click();
    await page.getByRole('link', { name: 'Pedido seguinte' }).click();
    await page.getByRole('link', { name: 'Voltar aos pedidos' }).click();
    await expect(page.getByRole('link', { name: `Por tratar ${REQUESTS - answered - 1}` })).toBeVisible();
    await page.context().close();
  });

  test('what is written is kept by itself, and keys lead through the list where they are wanted', async ({
    browser,
  }) => {
    const page = await openDesk(browser, password, true);
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.keyboard.press('r');
    await page.keyboard.type('A meio de');
    await expect(page.getByText(/Rascunho guardado às/)).toBeVisible();
    const address = page.url();
    await page.close();
    const again = await page.context().newPage();
    await again.goto(address);
    await expect(again.getByLabel('Mensagem').first()).toHaveValue('A meio de');
    await again.keyboard.press('?');
    await again.getByLabel('Usar os atalhos').uncheck();
    await again.getByRole('button', { name: 'Fechar' }).click();
    await again.keyboard.press('l');
    await expect(again).toHaveURL(address);
    await page.context().close();
  });

  test('every page and state is accessible, at 1280 and 320 pixels', async ({ browser }) => {
    const page = await openDesk(browser, password, true);
    await look(page, 'the list');
    await page.getByText('Filtrar').first().click();
    await look(page, 'the list with its filters');
    await page.goto('/balcao?vista=concluidos');
    await look(page, 'an empty view');
    await page.getByLabel('Procurar pedidos').fill('girafa');
    await page.getByRole('button', { name: 'Procurar' }).click();
    await look(page, 'nothing found');
    await page.getByLabel('Procurar pedidos').fill('Maria Exemplo');
    await page.getByRole('button', { name: 'Procurar' }).click();
    await look(page, 'what was found');
    await page.goto('/balcao/respostas');
    await page.locator('summary').filter({ hasText: 'Prova escolar' }).click();
    await look(page, 'saved replies');
    await page.goto(`/balcao/pedidos/${reference}`);
    await look(page, 'a request');
    await page.getByRole('link', { name: /^Ver / }).click();
    const shown = page.getByRole('img', { name: /^Imagem/ });
    await expect(shown).toBeVisible();
    expect(await shown.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
    await look(page, 'a picture beside a request');
    await page.goto(`/balcao/pedidos/${reference}?outros=sim`);
    await look(page, 'with the other requests');
    await page.getByLabel('Mensagem').first().fill('curto');
    await page.getByRole('button', { name: 'Enviar resposta' }).click();
    await look(page, 'an answer that is too short');
    await page.getByLabel('Mensagem').first().fill(ANSWER);
    await page.getByRole('button', { name: 'Enviar resposta' }).click();
    await look(page, 'an answer on its way');
    await page.getByRole('button', { name: 'Desfazer' }).first().click();
    await look(page, 'an answer taken back');
    await page.keyboard.press('?');
    await look(page, 'the shortcuts');
    await page.goto('/balcao/palavra-chave');
    await look(page, 'the password');
    await page.context().close();
  });
});
