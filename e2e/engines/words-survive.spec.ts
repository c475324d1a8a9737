import { test } from './fixtures.ts';
import {
  expectOnce,
  reload,
  see,
  seePage,
  seeWritten,
  signIn,
  startRequest,
  until,
  write,
  writeDescription,
  writeRequest,
} from './steps.ts';

const SENTENCE = 'A minha mãe recebe o complemento e este mês não veio nada.';

test('what was typed survives, in one tab and in two', async ({ open, server }) => {
  const browser = await open();
  const first = await browser.currentTab();
  await signIn(browser, server);
  await startRequest(browser);
  await writeDescription(browser, SENTENCE);
  const draft = await browser.run(() => location.href);

  await test.step('A reload right after a key loses nothing', async () => {
    await browser.type(' Ajudem.');
    await reload(browser);
    await seeWritten(browser, `${SENTENCE} Ajudem.`);
  });

  await test.step('A tab closed right after a key loses nothing', async () => {
    const second = await browser.openTab();
    await browser.goto(draft);
    await seeWritten(browser, `${SENTENCE} Ajudem.`);
    await browser.click({ role: 'field', name: 'Descrição do pedido' });
    await browser.press('End');
    await browser.showTab(first);
    await browser.goto(`${server.origin}/ajuda`);
    await browser.showTab(second);
    await browser.type(' Obrigada.');
    await browser.closeTab();
    await browser.showTab(first);
    await browser.goto(draft);
    await until(browser, () => document.querySelector('textarea')?.value.includes('Obrigada.') ?? false);
  });

  await test.step('Two tabs on one draft: neither text is lost', async () => {
    await browser.goto(`${server.origin}/pedidos`);
    await startRequest(browser);
    await writeDescription(browser, 'Começado. ');
    await see(browser, /Guardado (neste dispositivo|na sua conta) às/);
    const shared = await browser.run(() => location.href);
    await browser.openTab();
    await browser.goto(shared);
    await write(browser, 'Descrição do pedido', 'No segundo separador.');
    await browser.click({ role: 'button', name: 'Guardar e sair' });
    await seePage(browser, 'Os meus pedidos');
    await browser.closeTab();
    await browser.showTab(first);
    await browser.click({ role: 'field', name: 'Descrição do pedido' });
    await browser.type('No primeiro separador.');
    await see(browser, /noutro separador/);
    await browser.click({ role: 'button', name: 'Guardar e sair' });
    await seePage(browser, 'Os meus pedidos');
    await see(browser, 'Começado. No primeiro separador.');
    await see(browser, 'Começado. No segundo separador.');
  });

  await test.step('Two tabs submit one draft: one request', async () => {
    const text = 'Submetido em dois separadores.';
    await writeRequest(browser, text);
    const summary = await browser.run(() => location.href);
    await browser.openTab();
    await browser.goto(summary);
    await seePage(browser, 'Resumo do pedido');
    await browser.click({ role: 'button', name: 'Submeter pedido' });
    await browser.showTab(first);
    // The other tab's submission may already have taken the button away.
    await browser.run(() => {
      const buttons = [...document.querySelectorAll('button')];
      buttons.find((button) => button.textContent === 'Submeter pedido')?.click();
    });
    // The tab that was first shows the receipt; the other goes to the request.
    await seePage(browser, /Pedido (recebido|EC-)/);
    await expectOnce(server, text);
  });
});
