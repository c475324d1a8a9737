import type { Locator, Page } from '@playwright/test';
import { ALL_TAG } from '../../ops/test/level.ts';
import { expect, test } from '../fixtures.ts';
import { placeOnPage } from '../place-on-page.ts';
import { beSignedIn, goOn, heading, pickTopic, startRequest, wayOn, writeDescription } from '../steps.ts';

const PHONE = { width: 360, height: 780 };

/** The fields for finding a topic: none of them may stand beside a chosen topic. */
const OPEN = ['Procurar tema', 'Evento de vida', 'Assunto', 'Motivo'];

async function reachTopic(page: Page): Promise<void> {
  await beSignedIn(page);
  await startRequest(page);
  await writeDescription(page, 'Mudei de banco e quero saber como comunico o novo IBAN.');
  await goOn(page);
  await expect(heading(page, 'Definir tema')).toBeVisible();
}

/** `answer`: the line of a short answer, which stands between the topic and the way on. */
async function expectClosed(page: Page, answer?: Locator): Promise<void> {
  const change = page.getByRole('button', { name: 'Alterar', exact: true });
  await expect(change).toBeFocused();
  for (const name of OPEN) await expect(page.getByLabel(name, { exact: true })).toHaveCount(0);
  const goesOn = await placeOnPage(wayOn(page));
  expect(goesOn.bottom, `Continuar at ${goesOn.top}`).toBeLessThan(PHONE.height);
  const { top, bottom } = await placeOnPage(change);
  const above = answer ? await placeOnPage(answer) : { top, bottom };
  expect(above.top).toBeGreaterThanOrEqual(top);
  expect(above.top - bottom).toBeLessThan(80);
  expect(goesOn.top - above.bottom).toBeLessThan(80);
}

test.describe('a topic that is chosen closes to one line on a phone', () => {
  test.use({ viewport: PHONE });

  test.beforeEach(({ page }) => reachTopic(page));

  test('by a suggestion, its reason with it, and the short answer is one closed line above the way on', async ({
    page,
  }) => {
    await page
      .getByRole('button', { name: 'Alteração de IBAN Pagamentos · Comunicar uma alteração' })
      .click();
    await expectClosed(page, page.getByText('Talvez isto já responda: Mudar o IBAN'));
    await expect(page.getByText(/^Na Segurança Social Direta, abra o seu perfil/)).toBeHidden();
    await expect(
      page.getByText('Pagamentos › Alteração de IBAN › Comunicar uma alteração', { exact: true }),
    ).toBeVisible();
    await goOn(page);
    await expect(heading(page, 'Anexar documentos')).toBeVisible();
  });

  test('by a result of the search', { tag: ALL_TAG }, async ({ page }) => {
    await page.getByLabel('Procurar tema').fill('restituição');
    await page.getByRole('button', { name: 'Restituições (Pagamentos)' }).click();
    await expectClosed(page);
    await goOn(page);
    await expect(heading(page, 'Anexar documentos')).toBeVisible();
  });

  test('by the last question, and opens again with all that was answered', async ({ page }) => {
    await pickTopic(page);
    await expectClosed(page);
    await page.getByRole('button', { name: 'Alterar', exact: true }).click();
    await expect(page.getByLabel('Procurar tema')).toBeFocused();
    await expect(page.getByLabel('Motivo')).toHaveValue('clarifyMySituation');
  });

  test('by not knowing it', { tag: ALL_TAG }, async ({ page }) => {
    await page.getByRole('button', { name: 'Não sei qual é o tema' }).click();
    await expectClosed(page, page.getByText('Talvez isto já responda: Mudar o IBAN'));
  });
});
