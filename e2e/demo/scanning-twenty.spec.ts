import { expect, test } from '../fixtures.ts';
import { ANOTHER, acceptPage, drawPaper, photograph, TAKE } from '../paper-photo.ts';
import { crash } from '../reliability/fixtures.ts';
import { readRendererMib } from '../renderer-memory.ts';
import { type ChosenFile, goToFiles, heading } from '../steps.ts';

const SHEETS = 20;

test('a page killed right after each of twenty sheets has lost none of them', async ({ page, context }) => {
  test.setTimeout(600_000);
  await goToFiles(page);
  const photos: ChosenFile[] = [];
  for (let n = 1; n <= SHEETS; n += 1) photos.push(await drawPaper(page, `Folha ${n}`, 900, 1200));
  let open = page;
  for (const [before, photo] of photos.entries()) {
    const number = before + 1;
    await photograph(open, number === 1 ? TAKE : ANOTHER, [photo]);
    await expect(open.getByRole('img', { name: `Fotografia da página ${number}` })).toBeVisible();
    const address = open.url();
    await crash(open);
    open = await context.newPage();
    await open.goto(address);
    await acceptPage(open, number);
    await crash(open);
    open = await context.newPage();
    await open.goto(address);
    await expect(open.getByRole('listitem').filter({ hasText: /Página/ })).toHaveCount(number);
  }
  await open.getByRole('button', { name: 'Juntar como um PDF' }).click();
  await expect(heading(open, 'Anexar documentos')).toBeVisible({ timeout: 120_000 });
  await expect(open.getByText('Documento digitalizado.pdf').first()).toBeVisible();
});

test('twenty sheets of twelve megapixels become one PDF that can be sent; what they take is printed', async ({
  page,
  context,
  browser,
}) => {
  test.setTimeout(600_000);
  // A tab draws the sheets, and its process ends with it, so that drawing does not count in the measured memory.
  const easel = await context.newPage();
  const drawn: ChosenFile[] = [];
  for (const words of ['Frente', 'Verso']) drawn.push(await drawPaper(easel, words));
  await easel.close();
  await goToFiles(page);
  const photos = Array.from({ length: SHEETS }, (_, n) => drawn[n % drawn.length] as ChosenFile);
  const before = await readRendererMib(browser, 'VmHWM');
  const begun = Date.now();
  for (const [index, photo] of photos.entries()) {
    await photograph(page, index === 0 ? TAKE : ANOTHER, [photo]);
    await acceptPage(page, index + 1);
  }
  const usedMs = Date.now() - begun;
  await page.getByRole('button', { name: 'Juntar como um PDF' }).click();
  await expect(heading(page, 'Anexar documentos')).toBeVisible({ timeout: 240_000 });
  const joinedMs = Date.now() - begun - usedMs;
  const file = page.getByRole('listitem').filter({ hasText: 'Documento digitalizado.pdf' });
  const size = (await file.getByText(/Documento PDF · /).textContent()) ?? '';
  const photosMb = photos.reduce((sum, { buffer }) => sum + buffer.byteLength, 0) / 1e6;
  const peak = await readRendererMib(browser, 'VmHWM');
  console.log(
    `${SHEETS} photos, ${photosMb.toFixed(1)} MB: used in ${usedMs} ms, joined in ${joinedMs} ms, ${size}; peak ${before.toFixed(0)} MiB before, ${peak.toFixed(0)} MiB after`,
  );
  expect(size).toMatch(/· \d+(,\d)?\s(kB|MB)/);
});
