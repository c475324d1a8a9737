import type { CDPSession, Page } from '@playwright/test';
import { ALL_TAG, timesInLevel } from '../../ops/test/level.ts';
import { expect, test } from '../fixtures.ts';
import { expectKept } from '../read-everything-kept.ts';
import {
  beSignedIn,
  chooseFiles,
  DESCRIPTION,
  descriptionBox,
  goOn,
  heading,
  PICTURE,
  pdf,
  pickTopic,
  startRequest,
  writeDescription,
} from '../steps.ts';

const SENTENCE = 'A minha mãe recebe o complemento por dependência e este mês não veio nada.';

/** Kills the tab's process, as a phone short of memory does. */
async function crash(page: Page): Promise<void> {
  const crashed = page.waitForEvent('crash');
  const session: CDPSession = await page.context().newCDPSession(page);
  session.send('Page.crash').catch(() => undefined);
  await crashed;
}

async function openDraftAnew(page: Page): Promise<Page> {
  const { pathname } = new URL(page.url());
  const anew = await page.context().newPage();
  await anew.goto(pathname);
  await expect(heading(anew, 'Descrição do pedido')).toBeVisible();
  return anew;
}

test('what is older than 300 ms survives a killed tab', { tag: ALL_TAG }, async ({ page }) => {
  await beSignedIn(page);
  await startRequest(page);
  await descriptionBox(page).pressSequentially(SENTENCE);
  await page.waitForTimeout(400);
  await crash(page);
  const anew = await openDraftAnew(page);
  await expect(descriptionBox(anew)).toHaveValue(SENTENCE);
});

test('a tab killed in the middle of steady typing loses at most the last 300 ms', async ({ page }) => {
  await beSignedIn(page);
  await startRequest(page);
  const box = descriptionBox(page);
  await box.focus();
  const typed: { at: number; text: string }[] = [];
  const end = Date.now() + timesInLevel(2_500, 5_000);
  while (Date.now() < end) {
    await page.keyboard.type('ai ');
    typed.push({ at: Date.now(), text: await box.inputValue() });
  }
  const killedAt = Date.now();
  await crash(page);
  const anew = await openDraftAnew(page);
  const kept = await descriptionBox(anew).inputValue();
  const due = typed.filter(({ at }) => at <= killedAt - 300).at(-1)?.text ?? '';
  expect(due.length).toBeGreaterThan(10);
  expect(kept.startsWith(due)).toBe(true);
});

test('a reload right after a key loses nothing', async ({ page }) => {
  await beSignedIn(page);
  await startRequest(page);
  await descriptionBox(page).pressSequentially(SENTENCE);
  await page.reload();
  await expect(descriptionBox(page)).toHaveValue(SENTENCE);
});

test('a reload right after a key loses nothing in a draft that was gone back to, however much was typed before', {
  tag: ALL_TAG,
}, async ({ page }) => {
  await beSignedIn(page);
  await startRequest(page);
  await page.getByRole('radio', { name: 'Apresentar reclamação' }).check();
  await descriptionBox(page).pressSequentially(SENTENCE);
  await goOn(page);
  await expect(heading(page, 'Pormenores da reclamação')).toBeVisible();
  await goOn(page);
  await expect(heading(page, 'Definir tema')).toBeVisible();
  await page.goBack();
  const wanted = page.getByRole('textbox', { name: 'O que gostaria que fosse feito?' });
  await wanted.fill('Quero 300 euros');
  // The page reloads in the same instant: an ordinary save must not come first.
  await page.evaluate(() => location.reload());
  await expect(wanted).toHaveValue('Quero 300 euros');
  await page.goBack();
  await expect(descriptionBox(page)).toHaveValue(SENTENCE);
});

/** These delays lie around the moment at which the typed text is saved. */
const DURING_THE_SAVE_MS = [232, 236, 238, 240, 241, 242, 244, 246, 250, 254];

test('a page that goes away in the middle of a save loses nothing', { tag: ALL_TAG }, async ({ page }) => {
  await beSignedIn(page);
  await startRequest(page);
  for (const [round, delayMs] of DURING_THE_SAVE_MS.entries()) {
    const text = `${SENTENCE} ${round}`;
    await descriptionBox(page).fill(text);
    const loaded = page.waitForEvent('load');
    await page.evaluate((ms) => setTimeout(() => location.reload(), ms), delayMs);
    await loaded;
    await expect(descriptionBox(page)).toHaveValue(text);
  }
});

test('a tab closed right after a key loses nothing', async ({ page }) => {
  await beSignedIn(page);
  await startRequest(page);
  await descriptionBox(page).pressSequentially(SENTENCE);
  const { pathname } = new URL(page.url());
  const context = page.context();
  const anew = await context.newPage();
  await page.bringToFront();
  await descriptionBox(page).press('End');
  await descriptionBox(page).pressSequentially(' Ajudem.');
  await page.close({ runBeforeUnload: true });
  await anew.goto(pathname);
  await expect(descriptionBox(anew)).toHaveValue(`${SENTENCE} Ajudem.`);
});

test('a reload at every step keeps everything, files too', { tag: ALL_TAG }, async ({ page }) => {
  await beSignedIn(page);
  await startRequest(page);
  await writeDescription(page);
  await page.reload();
  await expect(descriptionBox(page)).toHaveValue(DESCRIPTION);
  await expect(page.getByRole('radio', { name: 'Esclarecer uma dúvida' })).toBeChecked();
  await goOn(page);
  await pickTopic(page);
  await page.reload();
  await expect(page.getByRole('main')).toContainText('Pagamento de Contribuições');
  await goOn(page);
  await chooseFiles(page, [pdf(), PICTURE]);
  await expect(page.getByText('recibo.png').first()).toBeVisible();
  await page.reload();
  await expect(page.getByText('fatura.pdf').first()).toBeVisible();
  await expect(page.getByText('recibo.png').first()).toBeVisible();
  await goOn(page);
  await page.reload();
  await expect(heading(page, 'Resumo do pedido')).toBeVisible();
  await expect(page.getByRole('main')).toContainText('fatura.pdf');
});

test('two tabs on one draft: neither text is lost', { tag: ALL_TAG }, async ({ page, context }) => {
  await beSignedIn(page);
  await startRequest(page);
  await writeDescription(page, 'O primeiro texto, começado aqui.');
  await expect(page.getByText(/Guardado neste dispositivo/)).toBeVisible();
  const other = await context.newPage();
  await other.goto(page.url());
  await descriptionBox(other).fill('O texto do outro separador, que também conta.');
  // The line says *Guardado* from the opening on, so only the disk tells that these words are on it.
  await expectKept(other, 'O texto do outro separador, que também conta.');
  await descriptionBox(page).fill('O primeiro texto, continuado no primeiro separador.');
  await expect(page.getByText(/outro separador/).first()).toBeVisible();

  await page.getByRole('button', { name: 'Guardar e sair' }).click();
  await expect(heading(page, 'Os meus pedidos')).toBeVisible();
  await expect(page.getByText(/O primeiro texto, continuado/).first()).toBeVisible();
  await expect(page.getByText(/O texto do outro separador/).first()).toBeVisible();
});
