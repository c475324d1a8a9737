import { expect } from '@playwright/test';
import { pdf } from '../steps.ts';
import { putFile } from './files.ts';
import { test } from './fixtures.ts';
import {
  expectOnce,
  see,
  seePage,
  seeWritten,
  signIn,
  startRequest,
  submit,
  until,
  waitForWorker,
  writeDescription,
  writeRequest,
} from './steps.ts';

const BEGUN = 'Um rascunho começado com ligação.';
const SENT_LATER = 'Escrito e submetido sem ligação.';

test('with the server dead e-Clic starts and goes on, and what was written arrives by itself', async ({
  open,
  server,
  home,
}) => {
  const browser = await open();
  const path = () => browser.run(() => location.pathname);
  await signIn(browser, server);
  await waitForWorker(browser);
  await until(browser, () => document.querySelector('main li a[href^="/pedidos/"]') !== null);
  const request = await browser.run(
    () => document.querySelector<HTMLAnchorElement>('main li a[href^="/pedidos/"]')?.pathname ?? '',
  );
  await startRequest(browser);
  await writeDescription(browser, BEGUN);
  await see(browser, /Guardado (neste dispositivo|na sua conta) às/);
  const draft = await path();
  await server.kill();

  await test.step('Every kind of page starts with the server dead', async () => {
    for (const [address, title] of [
      ['/', 'Os meus pedidos'],
      ['/pedidos', 'Os meus pedidos'],
      ['/por-enviar', 'Por enviar'],
      ['/definicoes', 'Definições'],
      ['/ajuda', 'Ajuda'],
      ['/glossario', /Glossário|Palavras/],
      ['/acessibilidade', /Acessibilidade/],
      ['/privacidade', /Privacidade/],
      ['/contactos', /Contactos/],
      ['/verificar', 'Verificar comprovativo'],
      [draft, 'Descrição do pedido'],
    ] as const) {
      await browser.goto(server.origin + address);
      await seePage(browser, title);
    }
    await seeWritten(browser, BEGUN);
  });

  await test.step('So does a second tab, by a deep link', async () => {
    const first = await browser.currentTab();
    await browser.openTab();
    await browser.goto(server.origin + request);
    await seePage(browser, /^Pedido\s+EC-/);
    await browser.goto(`${server.origin}${request}/comprovativo`);
    await seePage(browser, 'Comprovativo de entrega');
    await browser.closeTab();
    await browser.showTab(first);
  });

  await test.step('Written, attached and submitted without a connection; sent by itself, once', async () => {
    const file = putFile(home, 'fatura.pdf', pdf().buffer);
    await writeRequest(browser, SENT_LATER, async () => {
      await browser.attach([file]);
      await see(browser, 'fatura.pdf');
    });
    await submit(browser, 'O pedido ainda não foi enviado');
    await server.start();
    await seePage(browser, 'Pedido recebido', 40_000);
    await expectOnce(server, SENT_LATER);
    const { requests } = await server.state();
    expect(requests.find(({ description }) => description === SENT_LATER)?.attachments).toHaveLength(1);
  });
});
