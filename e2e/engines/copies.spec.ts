import { join } from 'node:path';
import { expect } from '@playwright/test';
import { downloaded } from './files.ts';
import { test } from './fixtures.ts';
import { see, seePage, signIn, startRequest, writeDescription } from './steps.ts';

test('what is written on one device is carried to another as a file', async ({ open, server, downloads }) => {
  const browser = await open();
  await signIn(browser, server);
  await startRequest(browser);
  await writeDescription(browser, 'A minha mãe recebe o complemento e este mês não veio nada.');
  await see(browser, /Guardado (neste dispositivo|na sua conta) às/);

  await test.step('A copy is downloaded, and loaded on another device', async () => {
    await browser.goto(`${server.origin}/definicoes`);
    await browser.click({ role: 'button', name: 'Descarregar cópia' });
    await downloaded(downloads, /\.zip$/);
    const name = await browser.run(() => /«([^»]+\.zip)»/.exec(document.body.textContent ?? '')?.[1] ?? '');
    expect(name).not.toBe('');
    // A profile that holds none of the copy's drafts.
    const elsewhere = await open({ profile: 'elsewhere' });
    await signIn(elsewhere, server);
    await elsewhere.goto(`${server.origin}/definicoes`);
    await seePage(elsewhere, 'Definições');
    await elsewhere.attach([join(downloads, name)]);
    await see(elsewhere, /Entr(ou|aram) \d+ rascunhos?/);
  });
});
