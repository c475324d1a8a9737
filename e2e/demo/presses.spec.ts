import type { Locator, Page } from '@playwright/test';
import { openRequestThatIs } from '../clerk.ts';
import { countPresses } from '../count-presses.ts';
import { expect, test } from '../fixtures.ts';
import { type Film, framesOf, isBlank, recordFilm, slowDown } from '../record-film.ts';
import {
  beSignedIn,
  CODE,
  chooseFiles,
  descriptionBox,
  fillCredentials,
  heading,
  PICTURE,
  SOFIA,
  wayOn,
} from '../steps.ts';

const PHONE = { width: 360, height: 780 };
const SCREENS_MAX = 2;
/** The layout shift that is allowed without a press of the citizen. */
const STEADY = 0.05;

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

test.use({ viewport: PHONE, hasTouch: true });

/** Films the task on a cheap phone, from here to its end: no frame may be blank, and nothing may move that no press has moved. */
async function watchTask(page: Page): Promise<() => Promise<Film>> {
  await expect(heading(page, /./)).toBeVisible();
  await slowDown(page);
  const end = await recordFilm(page);
  return async () => {
    const film = await end();
    console.log(`moved unasked ${film.unaskedShift.toFixed(3)}, in all ${film.shift.toFixed(3)}`);
    expect(framesOf(film, isBlank), JSON.stringify(film.scenes)).toBe(0);
    expect(film.unaskedShift, film.moved.join('; ')).toBeLessThanOrEqual(STEADY);
    return film;
  };
}

test('whoever begins without a session has the request sent in nine presses, signing in and all', async ({
  page,
}) => {
  await page.goto('/entrar');
  const endTask = await watchTask(page);
  const { done, press } = countPresses();
  await press(page.getByRole('link', { name: 'Começar um pedido sem iniciar sessão' }));
  await descriptionBox(page).fill('Como peço o abono de família?');
  await expect(page.getByText('Sugestão: Pedir informação.')).toBeVisible();
  await press(wayOn(page));
  await press(page.getByRole('region', { name: 'Sugestões' }).getByRole('button').first());
  await press(wayOn(page));
  await expect(heading(page, 'Anexar documentos')).toBeFocused();
  await press(wayOn(page));
  await press(button(page, 'Iniciar sessão e enviar'));
  await fillCredentials(page, SOFIA);
  await press(button(page, 'Entrar'));
  await page.getByRole('textbox', { name: 'Código de verificação' }).fill(CODE);
  await press(button(page, 'Confirmar'));
  // The citizen is given five seconds to read whose it is. Waited for at one go, signing in and sending had only the other five.
  await expect(page.getByRole('main').getByText(/^O pedido é enviado dentro de/)).toBeVisible();
  await expect(heading(page, /^(A enviar o pedido|Pedido recebido)$/)).toBeVisible();
  await expect(heading(page, 'Pedido recebido')).toBeVisible();
  expect(done.presses).toBeLessThanOrEqual(9);
  // This device has no key yet, so the receipt's signature is checked a moment later. What stands below must stay where it is.
  await expect(page.getByText('Comprovativo assinado').first()).toBeVisible();
  const { moved } = await endTask();
  expect(moved.join('; ')).not.toContain('O que acontece a seguir');
});

test('a complaint about an answer takes six presses from the list, and each way on stands within two screens', async ({
  page,
}) => {
  await beSignedIn(page);
  await page.getByText(/^Atualizado/).waitFor({ state: 'attached' });
  const endTask = await watchTask(page);
  const { done, press } = countPresses();
  const far: string[] = [];
  async function goOn(from: string, control: Locator): Promise<void> {
    await expect(heading(page, from)).toBeVisible();
    const bottom = await control.evaluate(
      (element) => element.getBoundingClientRect().bottom + window.scrollY,
    );
    if (bottom > SCREENS_MAX * PHONE.height) far.push(`${from}: ${Math.round(bottom)} px`);
    await press(control);
  }

  const answered = page.getByRole('listitem').filter({ has: page.getByText('Respondido', { exact: true }) });
  await press(answered.getByRole('link').first());
  await press(button(page, 'Apresentar reclamação'));
  await descriptionBox(page).fill('A resposta não diz nada do que perguntei.');
  await goOn('Descrição da reclamação', wayOn(page));
  await goOn('Pormenores da reclamação', wayOn(page));
  await goOn('Anexar documentos', wayOn(page));
  await goOn('Resumo da reclamação', button(page, 'Submeter reclamação'));
  await expect(heading(page, 'Reclamação recebida')).toBeVisible();
  expect(far).toEqual([]);
  expect(done.presses).toBeLessThanOrEqual(6);
  await endTask();
});

test('a question is answered with two photos in five presses from the list', async ({ page }) => {
  await beSignedIn(page);
  await page.getByText(/^Atualizado/).waitFor({ state: 'attached' });
  const endTask = await watchTask(page);
  const { done, press } = countPresses();
  const asked = page.getByRole('listitem').filter({ hasText: 'Aguarda a sua resposta' });
  await press(asked.getByRole('link').first());
  await press(button(page, 'Responder'));
  await page.getByRole('textbox', { name: 'A sua resposta', exact: true }).fill('Junto as fotografias.');
  const other = { ...PICTURE, name: 'outra.png', buffer: Buffer.concat([PICTURE.buffer, Buffer.of(0)]) };
  // One press of *Escolher ficheiros* chooses both.
  await chooseFiles(page, [PICTURE, other]);
  done.presses += 1;
  await expect(button(page, 'Remover outra.png')).toBeVisible();
  await press(button(page, 'Enviar resposta'));
  await expect(page.getByRole('strong').filter({ hasText: 'Resposta enviada' })).toBeVisible();
  expect(done.presses).toBeLessThanOrEqual(5);
  const { moved } = await endTask();
  // The question keeps its place, though the press would excuse a move.
  expect(moved.join('; ')).not.toContain('Anexos desta mensagem');
});

test('what was written is corrected in two presses', async ({ page }) => {
  await beSignedIn(page);
  await openRequestThatIs(page, 'Registado');
  const endTask = await watchTask(page);
  const { done, press } = countPresses();
  await press(button(page, 'Corrigir o que escrevi'));
  await page.getByRole('textbox', { name: 'Descrição corrigida' }).fill('Onde escrevi agosto, é setembro.');
  await press(button(page, 'Enviar correção'));
  await expect(page.getByRole('strong').filter({ hasText: 'Correção enviada' })).toBeVisible();
  expect(done.presses).toBeLessThanOrEqual(2);
  await endTask();
});
