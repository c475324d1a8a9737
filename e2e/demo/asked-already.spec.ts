import { ALL_TAG } from '../../ops/test/level.ts';
import { expect, test } from '../fixtures.ts';
import { placeOnPage } from '../place-on-page.ts';
import { waitForWorker } from '../reliability/fixtures.ts';
import {
  ASKED_BEFORE,
  beSignedIn,
  descriptionBox,
  heading,
  startRequest,
  wayOn,
  writeDescription,
} from '../steps.ts';

test.use({ serviceWorkers: 'allow' });

const ANOTHER = 'Paguei a contribuição de agosto duas vezes, como peço a devolução do valor?';

test('Maria is told that she asked this already, offline too, reads the answer, and need not hear of it again', async ({
  page,
  context,
}) => {
  await beSignedIn(page);
  await startRequest(page);
  const address = page.url();
  await waitForWorker(page);
  await context.setOffline(true);
  await descriptionBox(page).fill(ASKED_BEFORE);
  const answer = page.getByRole('link', { name: /^Ver a resposta EC-/ });
  await expect(answer).toBeVisible();
  await expect(
    page.getByRole('main').getByText(/Já fez um pedido parecido em \S+ de \d{4}: EC-/),
  ).toBeVisible();
  expect(page.url()).toBe(address);
  await context.setOffline(false);

  await answer.click();
  await expect(heading(page, /^Pedido EC-/)).toBeVisible();
  await page.goBack();
  await expect(descriptionBox(page)).toHaveValue(ASKED_BEFORE);
  await page.getByRole('button', { name: 'Não voltar a mostrar' }).click();
  await expect(answer).toHaveCount(0);
  await expect(wayOn(page)).toBeFocused();

  await page.reload();
  await expect(descriptionBox(page)).toHaveValue(ASKED_BEFORE);
  await descriptionBox(page).fill(ANOTHER);
  await expect(page.getByRole('link', { name: /^Ver o pedido EC-/ })).toBeVisible();
  await expect(answer).toHaveCount(0);
});

test('What Maria asked before comes without moving the way on from under her finger', {
  tag: ALL_TAG,
}, async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 800 });
  await beSignedIn(page);
  await startRequest(page);
  await writeDescription(page, 'Preciso');
  await expect(page.getByRole('button', { name: 'Eliminar rascunho' })).toBeVisible();
  const before = await placeOnPage(wayOn(page));
  await descriptionBox(page).fill(ASKED_BEFORE);
  await expect(page.getByRole('link', { name: /^Ver a resposta EC-/ })).toBeVisible();
  expect(await placeOnPage(wayOn(page))).toEqual(before);
});
