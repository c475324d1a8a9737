import { expect } from '@playwright/test';
import { pdf } from '../steps.ts';
import { putFile } from './files.ts';
import { test } from './fixtures.ts';
import { expectOnce, see, signIn, submit, waitForWorker, writeRequest } from './steps.ts';

const SUBMITTED = 'Submetido sem ligação, antes de a sessão terminar.';

/** Runs in the page: returns the session's status and the status code of the feed. */
async function askServer(): Promise<unknown[]> {
  const session = await fetch('/api/v1/session');
  const feed = await fetch('/api/v1/changes');
  return [((await session.json()) as { status: string }).status, feed.status];
}

test('what was submitted without a connection is received though the session has ended meanwhile, and nobody signs in', async ({
  open,
  server,
  home,
}) => {
  const browser = await open();
  await signIn(browser, server);
  await waitForWorker(browser);
  await server.kill();
  const file = putFile(home, 'fatura.pdf', pdf().buffer);
  await writeRequest(browser, SUBMITTED, async () => {
    await browser.attach([file]);
    await see(browser, 'fatura.pdf');
  });
  await submit(browser, 'O pedido ainda não foi enviado');
  // The tab of the request is closed, and another tab has been opened.
  const first = await browser.currentTab();
  await browser.openTab();
  const next = await browser.currentTab();
  await browser.showTab(first);
  await browser.closeTab();
  await browser.showTab(next);

  await server.start();
  await server.post('faults', { runOutAll: true });
  await browser.goto(`${server.origin}/pedidos`);
  await see(browser, 'A sua sessão terminou.');
  await see(browser, /Pedido recebido\. Referência EC-/, 40_000);
  await expectOnce(server, SUBMITTED);
  const { requests } = await server.state();
  expect(requests.find(({ description }) => description === SUBMITTED)?.attachments).toHaveLength(1);
  expect(await browser.run(askServer)).toEqual(['signedOut', 401]);
});
