import type { Page } from '@playwright/test';
import { readEverythingKept } from '../read-everything-kept.ts';
import {
  chooseFiles,
  descriptionBox,
  goOn,
  heading,
  pdf,
  pickTopic,
  signIn,
  startRequest,
  writeDescription,
} from '../steps.ts';
import { expect, test } from './fixtures.ts';

const SENTENCE = /Não foi possível guardar neste dispositivo/;

/** Room for e-Clic and for what these tests write. */
const ROOMY_BYTES = 100_000_000;
const TINY_BYTES = 1_000;

/** Returns whether the browser still lets this origin write a row of this many bytes. */
function canWrite(page: Page, bytes: number): Promise<boolean> {
  return page.evaluate(
    (size) =>
      new Promise<boolean>((resolve) => {
        const opening = indexedDB.open('quota-probe', 1);
        opening.onupgradeneeded = () => opening.result.createObjectStore('rows');
        opening.onerror = () => resolve(false);
        opening.onsuccess = () => {
          const db = opening.result;
          const end = (result: boolean) => {
            db.close();
            resolve(result);
          };
          const transaction = db.transaction('rows', 'readwrite');
          transaction.objectStore('rows').put(new Uint8Array(size), 'row');
          transaction.oncomplete = () => end(true);
          transaction.onabort = () => end(false);
        };
      }),
    bytes,
  );
}

/** A disk of 100 MB, to be opened before anything is written. */
async function openDisk(page: Page, origin: string) {
  const session = await page.context().newCDPSession(page);
  const leave = (quotaSize: number) => session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize });
  await leave(ROOMY_BYTES);
  return {
    async fill() {
      await leave(TINY_BYTES);
      // For half a minute the browser goes by the room that it found last, unless a row asks for more.
      expect(await canWrite(page, ROOMY_BYTES)).toBe(false);
      expect(await canWrite(page, TINY_BYTES)).toBe(false);
    },
    free: () => leave(ROOMY_BYTES),
  };
}

test('a full disk while typing, attaching and submitting is told, with a copy to take away; no word is lost', async ({
  page,
  server,
}) => {
  test.setTimeout(120_000);
  const disk = await openDisk(page, server.origin);
  await signIn(page);
  await startRequest(page);
  await writeDescription(page, 'Antes de o disco encher.');
  await expect(page.getByText(/^Guardado/).first()).toBeVisible();

  await disk.fill();
  await descriptionBox(page).fill('Antes de o disco encher. E depois também.');
  await expect(page.getByText(SENTENCE).first()).toBeVisible({ timeout: 15_000 });
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Descarregar cópia' }).first().click();
  expect((await download).suggestedFilename()).toMatch(/\.zip$/);

  await disk.free();
  await expect(page.getByRole('button', { name: 'Descarregar cópia' })).toHaveCount(0, { timeout: 20_000 });
  await page.reload();
  await expect(descriptionBox(page)).toHaveValue('Antes de o disco encher. E depois também.');
  await goOn(page);
  await pickTopic(page);
  await goOn(page);
  await expect(heading(page, 'Anexar documentos')).toBeVisible();

  await disk.fill();
  await chooseFiles(page, [pdf('grande.pdf', 5_000_000)]);
  await expect(page.getByText(/Não foi possível guardar «grande\.pdf»/).first()).toBeVisible();
  await disk.free();
  await chooseFiles(page, [pdf('grande.pdf', 5_000_000)]);
  await expect(page.getByRole('button', { name: /Remover/ })).toHaveCount(1);
  await goOn(page);
  await expect(heading(page, 'Resumo do pedido')).toBeVisible();

  await disk.fill();
  await page.getByRole('button', { name: 'Submeter pedido' }).click();
  await expect(page.getByText(/^Não foi possível submeter/)).toBeVisible();
  await expect(heading(page, 'Resumo do pedido')).toBeVisible();
  await disk.free();
  await page.getByRole('button', { name: 'Submeter pedido' }).click();
  await expect(heading(page, 'Pedido recebido')).toBeVisible({ timeout: 30_000 });
});

test('an answer that cannot be recorded for want of space is recorded once there is some', async ({
  page,
  server,
}) => {
  test.setTimeout(120_000);
  const disk = await openDisk(page, server.origin);
  await signIn(page);
  await startRequest(page);
  await writeDescription(page, 'A resposta chega com o disco cheio.');
  await goOn(page);
  await pickTopic(page);
  await goOn(page);
  await expect(heading(page, 'Anexar documentos')).toBeVisible();
  await goOn(page);
  await expect(heading(page, 'Resumo do pedido')).toBeVisible();
  // The answer takes so long that the disk is full when it comes.
  await server.post('faults', { latencyMs: 10_000 });
  // The page or the worker may send it.
  const onItsWay = page
    .context()
    .waitForEvent('request', (call) => call.method() === 'PUT' && /requests/.test(call.url()));
  await page.getByRole('button', { name: 'Submeter pedido' }).click();
  await onItsWay;
  await expect(heading(page, 'A enviar o pedido')).toBeVisible();
  await disk.fill();
  const sent = async () =>
    (await server.state()).requests.filter(({ description }) => description.startsWith('A resposta chega'));
  await expect.poll(sent, { timeout: 60_000 }).toMatchObject([{ commits: 1 }]);
  await server.post('faults', { latencyMs: 0 });
  await expect(page.getByText(SENTENCE).first()).toBeVisible({ timeout: 30_000 });
  await expect(heading(page, 'Pedido recebido')).toHaveCount(0);

  await disk.free();
  await expect(heading(page, 'Pedido recebido')).toBeVisible({ timeout: 60_000 });
  expect(await sent()).toMatchObject([{ commits: 1 }]);
});

test('where nothing is kept the browser asks before a request that is only in the page is left for Chave Móvel Digital', async ({
  page,
}) => {
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('A private window keeps nothing.', 'InvalidStateError');
    };
  });
  await page.goto('/entrar');
  await page.getByRole('link', { name: 'Começar um pedido sem iniciar sessão' }).click();
  await expect(page.getByText(/Este navegador não deixa guardar nada/).first()).toBeVisible();
  await writeDescription(page, 'Só existe nesta página.');
  // The device is watched some seconds after the first page.
  const wouldAsk = () => page.evaluate(() => !dispatchEvent(new Event('beforeunload', { cancelable: true })));
  await expect.poll(wouldAsk).toBe(true);
  await page.getByRole('link', { name: 'Os meus pedidos' }).click();
  const question = page.waitForEvent('dialog');
  await page.getByRole('button', { name: 'Entrar com Chave Móvel Digital' }).click();
  const dialog = await question;
  expect(dialog.type()).toBe('beforeunload');
  await dialog.dismiss();
  await page.goBack();
  await expect(descriptionBox(page)).toHaveValue('Só existe nesta página.');
});

test('whoever signs out on a full disk is signed out, and their words are gone', async ({ page, server }) => {
  const disk = await openDisk(page, server.origin);
  await signIn(page);
  await startRequest(page);
  await writeDescription(page, 'Ninguém mais o pode ler.');
  await expect(page.getByText(/Guardado na sua conta/).first()).toBeVisible();
  await disk.fill();
  await page.getByRole('button', { name: 'Terminar sessão' }).click();
  await page.getByRole('button', { name: 'Apagar e sair' }).click();
  await expect(heading(page, 'Iniciar sessão')).toBeVisible();
  await page.goto('/pedidos');
  await expect(heading(page, 'Iniciar sessão')).toBeVisible();
  expect(await page.evaluate(readEverythingKept)).not.toContain('Ninguém mais');
});
