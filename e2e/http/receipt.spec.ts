import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Download, Page } from '@playwright/test';
import { readPdf } from '../../src/testing/read-pdf.ts';
import { expect, test } from '../fixtures.ts';
import { heading, PICTURE, pdf, signIn, submit, writeRequest } from '../steps.ts';

const FILES = [pdf('fatura de março.pdf'), PICTURE];

async function press(page: Page, name: string): Promise<Download> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name, exact: true }).click();
  return download;
}

async function contentOf(download: Download): Promise<Blob> {
  return new Blob([await readFile(await download.path())]);
}

/** Of the printed page, A4. */
async function print(page: Page): Promise<{ pages: string[] }> {
  return readPdf(new Blob([await page.pdf({ preferCSSPageSize: true })]));
}

test('the proof of delivery is downloaded, without a connection too, goes to the calendar and prints on a page or two', async ({
  page,
  context,
}) => {
  await signIn(page);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await writeRequest(page, FILES);
  const reference = await submit(page);

  await context.setOffline(true);
  const download = await press(page, 'Descarregar comprovativo (PDF)');
  expect(download.suggestedFilename()).toBe(`comprovativo-${reference}.pdf`);
  const proof = await readPdf(await contentOf(download));
  expect(proof).toMatchObject({
    isTagged: true,
    info: { title: `Comprovativo de entrega ${reference}`, lang: 'pt-PT' },
  });
  for (const { buffer } of FILES) {
    expect(proof.pages.join('\n')).toContain(createHash('sha256').update(buffer).digest('hex'));
  }
  await expect(page.getByText(`«comprovativo-${reference}.pdf»`).first()).toBeVisible();

  const calendar = await press(page, 'Adicionar ao calendário');
  expect(calendar.suggestedFilename()).toBe(`prazo-${reference}.ics`);
  expect(await (await contentOf(calendar)).text()).toContain(reference);

  for (const address of ['received', 'receipt']) {
    if (address === 'receipt') {
      await page.goto(`${new URL(page.url()).pathname}/comprovativo`);
      await expect(heading(page, 'Comprovativo de entrega')).toBeVisible();
    }
    const { pages } = await print(page);
    const paper = pages.join('\n');
    expect(pages.length).toBeLessThanOrEqual(2);
    expect(paper).toContain(reference);
    expect(paper).toContain('fatura de março.pdf');
    for (const word of ['Criar pedido', 'Definições', 'Terminar sessão', 'Imprimir', 'Descarregar']) {
      expect(paper).not.toContain(word);
    }
  }
});
