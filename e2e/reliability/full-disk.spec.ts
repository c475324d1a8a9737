import type { Page } from '@playwright/test';
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

const TINY_BYTES = 1_000;
/** The browser goes on from what it last knew of the quota for a while. */
const NOTICED_WITHIN_MS = 60_000;

/** Returns whether the browser still lets this origin write. */
function canWrite(page: Page): Promise<boolean> {
  return page.evaluate(
    () =>
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
          transaction.objectStore('rows').put('x'.repeat(10_000), 'row');
          transaction.oncomplete = () => end(true);
          transaction.onabort = () => end(false);
        };
      }),
  );
}

async function openDisk(page: Page, origin: string) {
  const session = await page.context().newCDPSession(page);
  return {
    async fill() {
      await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: TINY_BYTES });
      await expect.poll(() => canWrite(page), { timeout: NOTICED_WITHIN_MS }).toBe(false);
    },
    free: () => session.send('Storage.overrideQuotaForOrigin', { origin }),
  };
}

test('a full disk while typing, attaching and submitting is told, with a copy to take away; no word is lost', async ({
  page,
  server,
}) => {
  test.setTimeout(300_000);
  await signIn(page);
  const disk = await openDisk(page, server.origin);
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
  await expect(page.getByText(SENTENCE).first()).toBeVisible();
  await expect(heading(page, 'Resumo do pedido')).toBeVisible();
  await disk.free();
  await page.getByRole('button', { name: 'Submeter pedido' }).click();
  await expect(heading(page, 'Pedido recebido')).toBeVisible({ timeout: 30_000 });
});

test('an answer that cannot be recorded for want of space is recorded once there is some', async ({
  page,
  server,
}) => {
  test.setTimeout(300_000);
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
  await server.post('faults', { latencyMs: 45_000 });
  await page.getByRole('button', { name: 'Submeter pedido' }).click();
  await expect(heading(page, 'A enviar o pedido')).toBeVisible();
  const disk = await openDisk(page, server.origin);
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
