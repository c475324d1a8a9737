import { expect, type Page, test } from '@playwright/test';
import { ALL_TAG } from '../../ops/test/level.ts';
import { pdf } from '../steps.ts';
import { ANSWER, askAtBalcao, beginAnswersWith, DESK_SETTINGS, openDesk, readText, TOPIC } from './desk.ts';
import { addClerk, type Installation, installEmbedded, ORIGIN } from './installations.ts';

const REQUESTS = 60;
const LASTS_MS = 240_000;

const statusOf = (page: Page, words: string) => page.getByRole('status').filter({ hasText: words });

test.use({ baseURL: ORIGIN });

test.describe('at Balcão', { tag: ALL_TAG }, () => {
  let installation: Installation | null = null;
  let password = '';
  let reference = '';

  test.beforeEach(async () => {
    test.setTimeout(LASTS_MS);
    installation = await installEmbedded(DESK_SETTINGS);
    password = addClerk(installation.env, 'ana');
    await installation.start();
    reference = await askAtBalcao(REQUESTS);
  });
  test.afterEach(() => installation?.takeAway());

  test('sixty requests are seen without opening one, answered with one press each, and taken back, without any script', async ({
    browser,
  }) => {
    const page = await openDesk(browser, password, { javaScriptEnabled: false });
    await expect(page.getByRole('row').nth(1)).toContainText('Recebi uma nota de cobrança');
    await page.getByRole('link', { name: reference }).click();
    let presses = 0;
    const answered = 5;
    for (let count = 0; count < answered; count += 1) {
      await page.getByLabel('Mensagem').first().fill(ANSWER);
      await page.getByRole('button', { name: 'Enviar e abrir o seguinte' }).first().click();
      presses += 1;
      await expect(statusOf(page, 'A resposta segue para Maria Exemplo às')).toBeVisible();
    }
    expect(presses / answered).toBe(1);
    await page.getByLabel('Ficheiros (opcional)').first().setInputFiles(pdf('Resposta.pdf'));
    await page.getByLabel('Mensagem').first().fill('A meio de');
    await page.getByRole('button', { name: 'Guardar rascunho' }).first().click();
    await expect(page.getByText(/^Resposta.pdf \(/)).toBeVisible();
    await expect(page.getByLabel('Mensagem').first()).toHaveValue('A meio de');
    await page.getByLabel('Mensagem').first().fill(ANSWER);
    await readText(page);
    await page.getByRole('button', { name: 'Enviar resposta' }).click();
    await page.getByRole('button', { name: 'Desfazer' }).first().click();
    await expect(page.getByText('Desfeito: o que escreveu não foi enviado e continua aqui.')).toBeVisible();
    await expect(page.getByText(/^Resposta.pdf \(/)).toBeVisible();
    await readText(page);
    await page.getByRole('button', { name: 'Enviar resposta' }).click();
    await page.getByRole('link', { name: 'Pedido seguinte' }).click();
    await page.getByRole('link', { name: 'Voltar aos pedidos' }).click();
    await expect(page.getByRole('link', { name: `Por tratar ${REQUESTS - answered - 1}` })).toBeVisible();
    await page.context().close();
  });

  test('a saved reply with which answers begin is read and sent with one press, from a request that was known before it was opened', async ({
    browser,
  }) => {
    const page = await openDesk(browser, password, { javaScriptEnabled: false });
    await beginAnswersWith(page, '{nome}, o pedido {referência} é sobre {tema}.');
    await page.getByRole('link', { name: 'Pedidos' }).click();
    const row = page.getByRole('row').filter({ hasText: reference });
    for (const words of [
      'Maria Exemplo',
      TOPIC.subject.label,
      'Dúvida',
      '1 ficheiro',
      'Recebi uma nota de cobrança',
    ])
      await expect(row).toContainText(words);
    await page.getByRole('link', { name: reference }).click();
    const message = page.getByLabel('Mensagem').first();
    const send = page.getByRole('button', { name: 'Enviar e abrir o seguinte' }).first();
    const filled = `Maria Exemplo, o pedido ${reference} é sobre «${TOPIC.subject.label}».`;
    await expect(message).toHaveValue(filled);
    await expect(message).toHaveAccessibleDescription(
      /^O texto é a resposta guardada «Como está o pedido»\./,
    );
    await readText(page);
    await send.click();
    await expect(statusOf(page, `. (${reference})`)).toBeVisible();
    await expect(message).toHaveValue('');
    await page.context().close();
  });

  test('what is written is kept by itself, and keys lead through the list where they are wanted', async ({
    browser,
  }) => {
    const page = await openDesk(browser, password);
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1 })).toContainText(reference);
    await page.waitForLoadState();
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

  test('what could not be kept is kept when the page is left, or by itself after a while, though nothing more is typed', async ({
    browser,
  }) => {
    const page = await openDesk(browser, password);
    const message = page.getByLabel('Mensagem').first();
    const failToKeep = async (words: string) => {
      await page.route('**/rascunho', (route) => route.fulfill({ status: 503 }), { times: 1 });
      await message.fill(words);
      await expect(statusOf(page, 'Não foi possível guardar agora.')).toBeVisible();
    };
    await page.getByRole('link', { name: reference }).click();
    await failToKeep('A meio de');
    await page.getByRole('link', { name: 'Voltar aos pedidos' }).click();
    await page.getByRole('link', { name: reference }).click();
    await expect(message).toHaveValue('A meio de');
    await failToKeep('A meio de outra coisa');
    await expect(page.getByText(/Rascunho guardado às/)).toBeVisible();
    await expect(statusOf(page, 'Não foi possível guardar agora.')).toBeHidden();
    await page.context().close();
  });

  test('what can be kept there no more is to be copied, and not posted again by itself', async ({
    browser,
  }) => {
    const page = await openDesk(browser, password);
    await page.getByRole('link', { name: reference }).click();
    let posts = 0;
    await page.route('**/rascunho', (route) => {
      posts += 1;
      return route.fulfill({ status: 404 });
    });
    await page.getByLabel('Mensagem').first().pressSequentially('A');
    await expect(statusOf(page, 'Copie o que escreveu antes de sair desta página.')).toBeVisible();
    // A post that waited for its time would go now.
    await page.getByRole('link', { name: 'Voltar aos pedidos' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Pedidos' })).toBeVisible();
    expect(posts).toBe(1);
    await page.context().close();
  });
});
