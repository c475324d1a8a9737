import { CODE, MARIA, PASSWORD } from '../steps.ts';
import type { Browser } from './browsers/browser.ts';
import { test } from './fixtures.ts';
import { expectOnce, readFocus, see, seePage, until } from './steps.ts';

const MAX_TABS = 60;
const TEXT = 'Escrito sem rato, do princípio ao fim.';

async function tabTo(browser: Browser, words: string): Promise<void> {
  for (let presses = 0; presses < MAX_TABS; presses += 1) {
    if ((await browser.run(readFocus)).startsWith(words)) return;
    await browser.press('Tab');
  }
  throw new Error(`Tab does not come to «${words}»`);
}

/** Expects that the page has come, and that the focus is on its heading. */
async function arrive(browser: Browser, title: string): Promise<void> {
  await seePage(browser, title);
  await until(browser, () => document.activeElement?.tagName === 'H1');
}

test('the main job is done by keyboard alone', async ({ open, server }) => {
  const browser = await open();
  await test.step('The focus goes through the main job by Tab and Enter alone', async () => {
    await browser.goto(`${server.origin}/entrar`);
    await seePage(browser, 'Iniciar sessão');
    await tabTo(browser, 'NISS');
    await browser.type(MARIA);
    await tabTo(browser, 'Palavra-chave');
    await browser.type(PASSWORD);
    await browser.press('Enter');
    await see(browser, 'Código de verificação');
    await tabTo(browser, 'Código de verificação');
    await browser.type(CODE);
    await browser.press('Enter');
    await arrive(browser, 'Os meus pedidos');
    await tabTo(browser, 'Criar pedido');
    await browser.press('Enter');
    await arrive(browser, 'Descrição do pedido');
    await tabTo(browser, 'Descrição do pedido');
    await browser.type(TEXT);
    await tabTo(browser, 'Pedir informação');
    await browser.press('Space');
    await tabTo(browser, 'Continuar');
    await browser.press('Enter');
    await arrive(browser, 'Definir tema');
    await tabTo(browser, 'Procurar tema');
    await browser.type('baixa');
    await see(browser, 'Subsídio de doença');
    await browser.press('ArrowDown');
    await browser.press('Enter');
    await until(browser, () => document.activeElement?.textContent === 'Alterar');
    await tabTo(browser, 'Continuar');
    await browser.press('Enter');
    await arrive(browser, 'Anexar documentos');
    await tabTo(browser, 'Continuar');
    await browser.press('Enter');
    await arrive(browser, 'Resumo do pedido');
    await tabTo(browser, 'Submeter pedido');
    await browser.press('Enter');
    await arrive(browser, 'Pedido recebido');
    await expectOnce(server, TEXT);
  });
});
