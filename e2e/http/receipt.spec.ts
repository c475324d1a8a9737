import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Download, Page } from '@playwright/test';
import { readPdf } from '../../src/testing/read-pdf.ts';
import { expect, test } from '../fixtures.ts';
import { heading, PICTURE, pdf, signIn, submit, writeRequest } from '../steps.ts';

const LONGEST = 'Recebi uma carta e não a percebo. '.repeat(120).slice(0, 3999).trim();
const FILES = [pdf('fatura de março.pdf'), PICTURE];

async function press(page: Page, name: string): Promise<Download> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name, exact: true }).click();
  return download;
}

async function contentOf(download: Download): Promise<Blob> {
  return new Blob([new Uint8Array(await readFile(await download.path()))]);
}

/** A4, with what proves the delivery and nothing that is only for the screen. */
async function expectCleanPaper(page: Page, reference: string): Promise<void> {
  const { pages } = await readPdf(new Blob([new Uint8Array(await page.pdf({ preferCSSPageSize: true }))]));
  const paper = pages.join('\n');
  expect(pages.length).toBeLessThanOrEqual(2);
  expect(paper).toContain(reference);
  expect(paper).toContain('fatura de março.pdf');
  for (const word of ['Criar pedido', 'Definições', 'Terminar sessão', 'Imprimir', 'Descarregar']) {
    expect(paper).not.toContain(word);
  }
}

test('the proof of delivery is downloaded, goes to the calendar and prints on a page or two', async ({
  page,
}) => {
  await signIn(page);
  // As long as a description may be: it goes on where a page ends.
  await writeRequest(page, FILES, LONGEST);
  const reference = await submit(page);

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

  await expectCleanPaper(page, reference);
  await page.goto(`${new URL(page.url()).pathname}/comprovativo`);
  await expect(heading(page, 'Comprovativo de entrega')).toBeVisible();
  await expectCleanPaper(page, reference);
});

test('the proof of delivery needs no connection, also the first time', async ({
  page,
  context,
  complaints,
}) => {
  // What looks for news says that it cannot.
  complaints.allow(/ERR_INTERNET_DISCONNECTED/);
  await signIn(page);
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  await writeRequest(page);
  const reference = await submit(page);
  await context.setOffline(true);
  const proof = await readPdf(await contentOf(await press(page, 'Descarregar comprovativo (PDF)')));
  expect(proof.info.title).toBe(`Comprovativo de entrega ${reference}`);
});
