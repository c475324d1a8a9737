import { createHash } from 'node:crypto';
import { ALL_TAG } from '../../ops/test/level.ts';
import { readPdf } from '../../testing/read-pdf.ts';
import { canScan, scanCodes } from '../../testing/scan-codes.ts';
import { contentOf, pressForFile } from '../downloads.ts';
import { expect, test } from '../fixtures.ts';
import { expectCleanPaper } from '../paper.ts';
import { heading, PICTURE, pdf, signIn, submit, writeRequest } from '../steps.ts';

test.use({ serviceWorkers: 'allow' });

const LONGEST = 'Recebi uma carta e não a percebo. '.repeat(120).slice(0, 3999).trim();
/** Two pages for the longest description, and one for the code. */
const LONGEST_PAGES = 3;
const FILES = [pdf('fatura de março.pdf'), PICTURE];

test('the proof of delivery is downloaded, goes to the calendar and prints with its code on three pages at most', async ({
  page,
}) => {
  await signIn(page);
  // The description has the greatest length, and goes on from page to page.
  await writeRequest(page, FILES, LONGEST);
  const reference = await submit(page);

  const download = await pressForFile(page, 'Descarregar comprovativo (PDF)');
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

  const calendar = await pressForFile(page, 'Adicionar ao calendário');
  expect(calendar.suggestedFilename()).toBe(`prazo-${reference}.ics`);
  expect(await (await contentOf(calendar)).text()).toContain(reference);

  await expectCleanPaper(page, [reference, 'fatura de março.pdf'], LONGEST_PAGES);
  await page.goto(`${new URL(page.url()).pathname}/comprovativo`);
  await expect(heading(page, 'Comprovativo de entrega')).toBeVisible();
  await expectCleanPaper(page, [reference, 'fatura de março.pdf'], LONGEST_PAGES);

  // The PDF and the printed page carry the same code.
  const printed = new Blob([new Uint8Array(await page.pdf({ preferCSSPageSize: true }))]);
  if (canScan) {
    const codes = await scanCodes(await contentOf(download), 150);
    expect(codes[0]).toContain('/verificar#eyJ');
    expect(await scanCodes(printed, 150)).toEqual(codes);
  }
});

test('the proof of delivery needs no connection, also the first time', { tag: ALL_TAG }, async ({
  page,
  context,
  complaints,
}) => {
  // The app's question for changes fails without a connection, and the browser reports it.
  complaints.allow(/ERR_INTERNET_DISCONNECTED/);
  await signIn(page);
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  await writeRequest(page);
  const reference = await submit(page);
  await context.setOffline(true);
  const proof = await readPdf(await contentOf(await pressForFile(page, 'Descarregar comprovativo (PDF)')));
  expect(proof.info.title).toBe(`Comprovativo de entrega ${reference}`);
});
