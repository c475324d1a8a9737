import { expect } from '@playwright/test';
import { poll } from '../poll.ts';
import { pdf } from '../steps.ts';
import { putFile } from './files.ts';
import { test } from './fixtures.ts';
import { expectOnce, see, seePage, signIn, until, waitForWorker, writeRequest } from './steps.ts';

const MIB = 1024 * 1024;
const SIZE = 10 * MIB;
const HEAVY = 'Um pedido com um ficheiro grande.';
const NOTICE = 'Há uma versão nova do e-Clic';

test('an upload outlives the server, and a new build is told in every tab', async ({
  open,
  server,
  home,
}) => {
  const browser = await open();
  const first = await browser.currentTab();
  await signIn(browser, server);
  await waitForWorker(browser);
  const file = putFile(home, 'grande.pdf', pdf('grande.pdf', SIZE).buffer);

  await test.step('10 MB go on from where they were when the server died', async () => {
    await writeRequest(browser, HEAVY, async () => {
      await browser.attach([file]);
      await see(browser, 'grande.pdf');
    });
    // Slow enough to kill the server in the middle of the upload.
    await server.post('faults', { latencyMs: 150 });
    await browser.click({ role: 'button', name: 'Submeter pedido' });
    const received = async () => (await server.state()).uploads[0]?.bytesReceived ?? 0;
    await poll(received).toBeGreaterThanOrEqual(2 * MIB);
    await server.kill();
    await server.start();
    await seePage(browser, 'Pedido recebido', 40_000);
    await expectOnce(server, HEAVY);
    // The part that was on its way when the server died comes again, and nothing more.
    expect(await received()).toBeLessThanOrEqual(SIZE + MIB);
  });

  await test.step('A new build is told in two tabs, and both end on it', async () => {
    const second = await browser.openTab();
    await browser.goto(`${server.origin}/pedidos`);
    await seePage(browser, 'Os meus pedidos');
    server.deployNewBuild();
    await browser.run(async () => void (await (await navigator.serviceWorker.getRegistration())?.update()));
    for (const tab of [first, second]) {
      await browser.showTab(tab);
      await see(browser, NOTICE);
    }
    await browser.click({ role: 'button', name: 'Atualizar agora' });
    for (const tab of [second, first]) {
      await browser.showTab(tab);
      await until(browser, () => document.querySelector('meta[name=build]') !== null);
    }
  });
});
