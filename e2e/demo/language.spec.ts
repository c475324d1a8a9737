import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { LANGUAGES } from '../../src/state/kept-preferences.ts';
import { expect, test } from '../fixtures.ts';
import { keepEverything, waitForWorker } from '../reliability/fixtures.ts';
import { DESCRIPTION, heading } from '../steps.ts';

test.use({ serviceWorkers: 'allow' });

const PHONE = { width: 360, height: 640 };
/** A letter taller than the others may move a line by this much. */
const SAME_PLACE_PX = 2;

/** Notes the fonts that the page asks for. The worker's own requests for later are not among them. */
function collectFonts(page: Page): Set<string> {
  const fonts = new Set<string>();
  page.on('request', (request) => {
    if (request.resourceType() === 'font')
      fonts.add(/noto-sans-[a-z]+/.exec(request.url())?.[0] ?? request.url());
  });
  return fonts;
}

function stepHeading(language: string): string {
  const path = join(import.meta.dirname, '../../locales', language, 'draft.json');
  return JSON.parse(readFileSync(path, 'utf8')).heading.description;
}

test('changing the language in the middle of a step, without a connection, keeps the text, the place and the focus', async ({
  page,
  context,
}) => {
  const fonts = collectFonts(page);
  await page.setViewportSize(PHONE);
  await page.goto('/rascunhos/novo?convidado=sim');
  await expect(heading(page, 'Descrição do pedido')).toBeVisible();
  await waitForWorker(page);
  const draft = page.url();
  await keepEverything(page);
  await page.goto(draft);
  await expect(heading(page, 'Descrição do pedido')).toBeVisible();
  await context.setOffline(true);
  // The line that says so moves what stands below it. For a moment a screen reader's region says the same.
  await expect(page.getByRole('banner').getByText('Sem ligação à Internet.')).toBeVisible();

  await page.getByRole('textbox', { name: 'Descrição do pedido', exact: true }).fill(DESCRIPTION);
  await page.getByRole('radio', { name: 'Esclarecer uma dúvida' }).check();
  // The line that says so moves the choice of language too.
  await expect(page.getByText(/^Guardado/).first()).toBeVisible();
  const choice = page.locator('#footer-language');
  await choice.focus();
  const address = page.url();
  const top = async () => (await choice.boundingBox())?.y ?? Number.NaN;
  const before = await top();
  expect([...fonts]).toEqual(['noto-sans-latin']);

  for (const { code } of [...LANGUAGES].reverse()) {
    await choice.selectOption(code);
    await expect(page.locator('html')).toHaveAttribute('lang', code);
    await expect(page.getByRole('heading', { level: 1, name: stepHeading(code) })).toBeAttached();
    await page.evaluate(() => document.fonts.ready);
    await expect(choice).toBeFocused();
    await expect(choice).toBeInViewport({ ratio: 1 });
    expect(Math.abs((await top()) - before), code).toBeLessThanOrEqual(SAME_PLACE_PX);
    expect(page.url()).toBe(address);
    await expect(page.locator('textarea')).toHaveValue(DESCRIPTION);
    await expect(page.getByRole('radio').nth(1)).toBeChecked();
  }
  // The page asked for the Ukrainian letters when that language was chosen, and the worker had them.
  expect([...fonts]).toEqual(['noto-sans-latin', 'noto-sans-cyrillic']);
  const loaded = await page.evaluate(() =>
    [...document.fonts].filter(({ status }) => status === 'loaded').map(({ family }) => family),
  );
  expect(loaded.map((family) => family.replaceAll('"', ''))).toContain('Noto Sans Cyrillic');
});
