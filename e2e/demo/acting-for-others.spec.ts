import type { Page } from '@playwright/test';
import { ALL_TAG } from '../../ops/test/level.ts';
import { openPanel } from '../clerk.ts';
import { expect, test } from '../fixtures.ts';
import {
  beSignedIn,
  descriptionBox,
  goOn,
  heading,
  JOAO,
  pickTopic,
  startRequest,
  submit,
  writeDescription,
} from '../steps.ts';

const ALICE = 'Alice Modelo';
const BAKERY = 'Padaria Exemplo, Lda.';
const WORDS = 'Quando recebe a Alice a pensão de velhice?';

async function writeFor(page: Page, name: string, description: string): Promise<void> {
  await startRequest(page);
  await page.getByRole('combobox', { name: 'Em nome de' }).selectOption({ label: name });
  await writeDescription(page, description);
  await goOn(page);
  await pickTopic(page);
  await goOn(page);
  await expect(heading(page, 'Anexar documentos')).toBeVisible();
  await goOn(page);
  await expect(heading(page, 'Resumo do pedido')).toBeVisible();
}

async function expectForWhom(page: Page, name: string): Promise<void> {
  await expect(page.getByRole('main')).toContainText(new RegExp(`Em nome de\\s*${name}`));
}

test('what João asks for Alice and for the bakery says for whom on every page, and stays out of what he asks for himself', async ({
  page,
}) => {
  await beSignedIn(page, JOAO);
  const references: string[] = [];
  for (const name of [ALICE, BAKERY]) {
    await writeFor(page, name, `Uma pergunta em nome de ${name}.`);
    await expectForWhom(page, name);
    const reference = await submit(page);
    references.push(reference);
    await expectForWhom(page, name);
    const { pathname } = new URL(page.url());
    await page.getByRole('link', { name: 'Os meus pedidos', exact: true }).click();
    const card = page.getByRole('main').getByRole('listitem').filter({ hasText: reference });
    await expect(card.first()).toContainText(`Em nome de ${name}`);
    await page.goto(pathname);
    await expect(heading(page, `Pedido ${reference}`)).toBeVisible();
    await expectForWhom(page, name);
    await page.getByRole('link', { name: 'Ver comprovativo de entrega' }).click();
    await expect(heading(page, 'Comprovativo de entrega')).toBeVisible();
    await expectForWhom(page, name);
  }

  await page.getByRole('link', { name: 'Os meus pedidos', exact: true }).click();
  const main = page.getByRole('main');
  for (const reference of references) await expect(main.getByText(reference)).toBeVisible();
  await page.getByRole('button', { name: 'Filtros' }).click();
  const filter = page.getByLabel('Para quem');
  const mine = await filter.locator('option').filter({ hasText: 'Para mim' }).textContent();
  await filter.selectOption({ label: mine ?? '' });
  await expect(main.getByText(references[0] ?? '')).toBeHidden();
  await expect(main.getByText(references[1] ?? '')).toBeHidden();
  const cards = main.getByRole('listitem').filter({ hasText: 'Referência EC-' });
  await expect(cards.first()).toBeVisible();
  await expect(cards.filter({ hasText: 'Em nome de' })).toHaveCount(0);
});

test('a representation that ends before the request leaves refuses it with a sentence and keeps the draft', {
  tag: ALL_TAG,
}, async ({ page, context }) => {
  await beSignedIn(page, JOAO);
  await writeFor(page, ALICE, WORDS);
  const panel = await openPanel(context);
  await panel.getByRole('button', { name: `Terminar a representação de ${ALICE}` }).click();
  await expect(panel.getByText(`João Modelo já não pode agir em nome de ${ALICE}.`)).toBeVisible();
  await page.getByRole('button', { name: 'Submeter pedido' }).click();
  await page
    .getByRole('region', { name: 'Há um problema' })
    .getByRole('link', { name: /^Não pode fazer este pedido em nome desta pessoa ou entidade/ })
    .click();
  await expect(heading(page, 'Descrição do pedido')).toBeVisible();
  await expect(descriptionBox(page)).toHaveValue(WORDS);
  const forWhom = page.getByRole('combobox', { name: 'Em nome de' });
  await expect(forWhom.locator('option:checked')).toHaveText(ALICE);
  await forWhom.selectOption({ index: 0 });
  await goOn(page);
  await submit(page);
});
