import { readFile } from 'node:fs/promises';
import { ALL_TAG } from '../../ops/test/level.ts';
import { expectAccessible } from '../accessibility.ts';
import { pressForFile } from '../downloads.ts';
import { expect, test } from '../fixtures.ts';
import { waitForWorker } from '../reliability/fixtures.ts';
import { heading, pdf, signIn, submit, writeRequest } from '../steps.ts';

test.use({ serviceWorkers: 'allow' });

const FILE = pdf('fatura de março.pdf');

test('a receipt is checked by somebody else on another device, also offline, and so are its files', async ({
  page,
  browser,
  complaints,
}) => {
  // The app's question for changes fails without a connection, and the browser reports it.
  complaints.allow(/ERR_INTERNET_DISCONNECTED/);
  await signIn(page);
  await writeRequest(page, [FILE]);
  const reference = await submit(page);
  const download = await pressForFile(page, 'Descarregar comprovativo (PDF)');
  const receipt = await download.path();
  const [jws = ''] = /eyJ[\w-]+\.[\w-]+\.[\w-]{86}/.exec(await readFile(receipt, 'latin1')) ?? [];

  const context = await browser.newContext({ baseURL: new URL(page.url()).origin });
  const other = await context.newPage();
  await test.step('the link of the code', async () => {
    const asked: string[] = [];
    other.on('request', (request) => asked.push(request.url()));
    await other.goto(`/verificar#${jws}`);
    await expect(other.getByRole('heading', { name: 'Comprovativo verdadeiro' })).toBeVisible();
    await expect(other.getByText(reference)).toBeVisible();
    await expect(other).toHaveURL('/verificar');
    await expect(other).toHaveTitle('Verificar comprovativo – e-Clic');
    expect(asked.filter((url) => url.includes('eyJ'))).toEqual([]);
    await expectAccessible(other, 'a proven receipt');
  });

  await other.evaluate(async () => void (await navigator.serviceWorker.ready));
  await context.setOffline(true);
  await test.step('the PDF, with the network off', async () => {
    await other.goto('/verificar');
    await expect(heading(other, 'Verificar comprovativo')).toBeVisible();
    await other.locator('input[type=file]').setInputFiles(receipt);
    await expect(other.getByRole('heading', { name: 'Comprovativo verdadeiro' })).toBeVisible();
  });

  await test.step('a file that was delivered, and another', async () => {
    const input = other.locator('section input[type=file]');
    await input.setInputFiles(FILE);
    await expect(other.getByText('Este ficheiro é o que foi entregue.').first()).toBeVisible();
    await input.setInputFiles(pdf('outra.pdf', 3_000));
    await expect(other.getByText('Este ficheiro não é o que foi entregue.').first()).toBeVisible();
    await expectAccessible(other, 'a file that is another');
  });

  await test.step('a receipt in which one letter is another', async () => {
    const altered = jws.replace(/.(?=.{60}$)/, (letter) => (letter === 'A' ? 'B' : 'A'));
    await other.getByLabel('Código ou endereço do comprovativo').fill(altered);
    await other.getByRole('button', { name: 'Verificar', exact: true }).click();
    await expect(other.getByRole('heading', { name: 'Não foi possível confirmar' })).toBeVisible();
    await expect(other.getByText('foi alterado depois de assinado')).toBeVisible();
    await expectAccessible(other, 'a receipt that is not confirmed');
  });
  await context.close();
});

test('whoever has opened e-Clic once, on any page, checks a receipt without a connection', {
  tag: ALL_TAG,
}, async ({ page, browser, complaints }) => {
  complaints.allow(/ERR_INTERNET_DISCONNECTED/);
  await signIn(page);
  await writeRequest(page, [FILE]);
  await submit(page);
  const download = await pressForFile(page, 'Descarregar comprovativo (PDF)');
  const context = await browser.newContext({ baseURL: new URL(page.url()).origin });
  const other = await context.newPage();
  await other.goto('/contactos');
  await waitForWorker(other);
  await context.setOffline(true);
  await other.goto('/verificar');
  await other.locator('input[type=file]').setInputFiles(await download.path());
  await expect(other.getByRole('heading', { name: 'Comprovativo verdadeiro' })).toBeVisible();
  await context.close();
});
