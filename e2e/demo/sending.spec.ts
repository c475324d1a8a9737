import type { Page } from '@playwright/test';
import { ALL_TAG } from '../../ops/test/level.ts';
import { expect, test } from '../fixtures.ts';
import { type Film, framesOf, recordFilm, slowDown } from '../record-film.ts';
import { waitForWorker } from '../reliability/fixtures.ts';
import { beSignedIn, heading, pdf, setFaults, submit, writeRequest } from '../steps.ts';

const SUMMARY = 'Resumo do pedido';
const SENDING = 'A enviar o pedido';
const NOT_SENT = 'O pedido ainda não foi enviado';
const RECEIVED = 'Pedido recebido';
const MIB = 1024 * 1024;

test.use({ viewport: { width: 360, height: 780 }, hasTouch: true, isMobile: true, serviceWorkers: 'allow' });

/** Prints what the film shows, for comparison with an earlier run. */
function tell(name: string, film: Film): void {
  const blank = framesOf(film, ({ heading: words }) => words === '');
  const amber = framesOf(film, ({ isAmber }) => isAmber);
  console.log(`${name}: shift ${film.shift.toFixed(3)}, ${blank} blank frames, ${amber} amber`);
}

function headings({ scenes }: Film): string[] {
  return scenes.map(({ heading: words }) => words).filter((words, n, all) => words !== all[n - 1]);
}

test('from the press to the reference one page stands, nothing jumps and nothing is taken back', async ({
  page,
}) => {
  await beSignedIn(page);
  await writeRequest(page);
  await slowDown(page);
  const end = await recordFilm(page);
  await submit(page);
  await expect(heading(page, RECEIVED)).toBeFocused();
  const film = await end();
  tell('submitted', film);
  expect(headings(film)).toEqual([SUMMARY, SENDING, RECEIVED]);
  expect(framesOf(film, ({ isAmber }) => isAmber)).toBe(0);
  expect(film.shift).toBeLessThan(0.025);
  await expect(page).toHaveTitle(/^Pedido recebido/);
});

/** Leads to the summary of a request whose file is uploaded only once the request is submitted. */
async function writeOnSlowLine(page: Page, bytes: number, latencyMs: number): Promise<void> {
  await beSignedIn(page);
  await page.goto('/definicoes');
  const onDeviceOnly = page.getByRole('checkbox', { name: 'Guardar rascunhos só neste dispositivo' });
  // The box shows what the device has stored, so it changes a moment after the press.
  await onDeviceOnly.click();
  await expect(onDeviceOnly).toBeChecked();
  await setFaults(page, { latencyMs });
  await page.goto('/pedidos');
  await writeRequest(page, [pdf('grande.pdf', bytes)]);
}

test('on a slow line the bar moves until the reference is there, and nobody is told to try again', {
  tag: ALL_TAG,
}, async ({ page }) => {
  await writeOnSlowLine(page, 3 * MIB, 400);
  await slowDown(page);
  const end = await recordFilm(page);
  await page.getByRole('button', { name: 'Submeter pedido' }).click();
  await expect(heading(page, SENDING)).toBeVisible();
  await expect(page.getByRole('progressbar', { name: /anexo 1 de 1/ })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Tentar enviar agora' })).toHaveCount(0);
  await expect(heading(page, RECEIVED)).toBeFocused({ timeout: 30_000 });
  const film = await end();
  tell('slow line', film);
  expect(headings(film)).toEqual([SUMMARY, SENDING, RECEIVED]);
  expect(framesOf(film, ({ isAmber }) => isAmber)).toBe(0);
  expect(film.progress.length).toBeGreaterThan(5);
  expect(film.progress).toEqual(film.progress.toSorted((a, b) => a - b));
  expect(film.shift).toBeLessThan(0.1);
});

test('without a connection it is said at once that the request has not been sent', {
  tag: ALL_TAG,
}, async ({ page, context }) => {
  await beSignedIn(page);
  await waitForWorker(page);
  await writeRequest(page);
  await slowDown(page);
  await context.setOffline(true);
  await expect(page.getByText('O pedido é enviado quando houver ligação').first()).toBeVisible();
  await expect(page.getByRole('banner').getByText(/^Sem ligação/)).toBeVisible();
  const end = await recordFilm(page);
  await page.getByRole('button', { name: 'Submeter pedido' }).click();
  await expect(heading(page, NOT_SENT)).toBeFocused();
  const film = await end();
  tell('offline', film);
  expect(headings(film)).toEqual([SUMMARY, NOT_SENT]);
  expect(film.shift, film.moved.join('; ')).toBeLessThan(0.1);
  await expect(page.getByRole('button', { name: 'Não enviar' })).toBeVisible();
  await page.getByRole('button', { name: 'Tentar enviar agora' }).click();
  await expect(page.getByRole('main').getByText(/^Última tentativa às/)).toBeVisible();
  await context.setOffline(false);
  await expect(heading(page, RECEIVED)).toBeFocused({ timeout: 30_000 });
});

test('a server that fails is named, with the way to try again', { tag: ALL_TAG }, async ({ page }) => {
  await beSignedIn(page);
  await setFaults(page, { errors: 100 });
  await page.goto('/pedidos');
  await writeRequest(page);
  await page.getByRole('button', { name: 'Submeter pedido' }).click();
  await expect(heading(page, NOT_SENT)).toBeFocused();
  await expect(page.getByRole('main').getByText('O e-Clic não responde.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Tentar enviar agora' })).toBeVisible();
  const waiting = page.url();
  await setFaults(page, { errors: 0 });
  await page.goto(waiting);
  await expect(heading(page, RECEIVED)).toBeVisible({ timeout: 30_000 });
});

test('what arrives while Maria is elsewhere is told there once, with the way to it', {
  tag: ALL_TAG,
}, async ({ page, context }) => {
  await beSignedIn(page);
  await waitForWorker(page);
  await writeRequest(page);
  await context.setOffline(true);
  await page.getByRole('button', { name: 'Submeter pedido' }).click();
  await expect(heading(page, NOT_SENT)).toBeVisible();
  await page.getByRole('link', { name: 'Contactos', exact: true }).click();
  await expect(heading(page, 'Contactos')).toBeVisible();
  const told = /^Pedido recebido\. Referência EC-\d{4}-\d{7}$/;
  // The page soon takes this status away again, so the test waits for it from before the connection is back.
  const said = page
    .getByRole('status')
    .filter({ hasText: told })
    .waitFor({ state: 'attached', timeout: 30_000 });
  await context.setOffline(false);
  await said;
  await expect(page.getByText(told).first()).toBeVisible();
  await page.getByRole('link', { name: 'Ver o pedido' }).click();
  await expect(heading(page, RECEIVED)).toBeFocused();
  await expect(page.getByRole('link', { name: 'Ver o pedido' })).toHaveCount(1);
});
