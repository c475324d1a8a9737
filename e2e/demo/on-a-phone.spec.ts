import { ALL_TAG, GATE_TAGS } from '../../ops/test/level.ts';
import { openRequestThatIs } from '../clerk.ts';
import { expect, test } from '../fixtures.ts';
import { recordFilm, slowDown } from '../record-film.ts';
import { BAKERY, beSignedIn, CODE, fillCredentials, heading, JOAO, MARIA } from '../steps.ts';

const SCREEN = { width: 360, height: 780 };
/** The layout shift that is allowed, right after a press too. */
const STEADY = 0.05;

test.use({ viewport: SCREEN, hasTouch: true });

test('who withdraws a request sees on a phone what has become of it, and nothing jumps', {
  tag: GATE_TAGS,
}, async ({ page }) => {
  await beSignedIn(page);
  await openRequestThatIs(page, 'Em análise');
  await page.getByRole('button', { name: 'Anular pedido', exact: true }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await slowDown(page);
  const end = await recordFilm(page);
  await page.getByRole('button', { name: 'Sim, anular', exact: true }).click();
  const main = page.getByRole('main');
  await expect(main.getByText('Anulado', { exact: true }).first()).toBeInViewport();
  await expect(main.getByText(/^Anulou este pedido/)).toBeInViewport();
  await expect(heading(page, /^Pedido\s+EC-/)).toBeFocused();
  const film = await end();
  expect(film.shift, film.moved.join('; ')).toBeLessThanOrEqual(STEADY);
});

test('the requests of who signs in on a new device come in one piece, and nothing jumps', {
  tag: ALL_TAG,
}, async ({ page }) => {
  await page.goto('/entrar');
  await fillCredentials(page);
  await page.getByRole('button', { name: 'Entrar', exact: true }).click();
  await page.getByRole('textbox', { name: 'Código de verificação' }).fill(CODE);
  await slowDown(page);
  const end = await recordFilm(page);
  await page.getByRole('button', { name: 'Confirmar', exact: true }).click();
  await page.getByText(/^Atualizado/).waitFor({ state: 'attached' });
  const film = await end();
  expect(film.shift, film.moved.join('; ')).toBeLessThanOrEqual(STEADY);
});

for (const [name, niss, tag] of [
  ['Maria', MARIA, GATE_TAGS],
  ['João', JOAO, ALL_TAG],
  ['the bakery', BAKERY, ALL_TAG],
] as const) {
  test(`what ${name} can write next stands on a phone within two screens of a request, within one where an answer is asked for`, {
    tag,
  }, async ({ page }) => {
    await beSignedIn(page, niss);
    await page.getByText(/^Atualizado/).waitFor({ state: 'attached' });
    const links = page.locator('main li h3 a[href^="/pedidos/"]');
    // The synchronization may be over before the list is drawn.
    await expect(links).not.toHaveCount(0);
    const addresses = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
    expect(addresses.length).toBeGreaterThan(0);
    const far: string[] = [];
    for (const address of addresses) {
      await page.goto(address);
      await expect(page.getByRole('heading', { name: 'O que pode fazer' })).toBeVisible();
      const write = page.locator('main #write');
      if ((await write.count()) === 0) continue;
      // The place is measured before anything is scrolled.
      const { bottom } = await write.evaluate((element) => element.getBoundingClientRect());
      const words = (await write.textContent()) ?? '';
      const screens = words === 'Responder' ? 1 : 2;
      if (bottom > screens * SCREEN.height)
        far.push(`${words}: ${Math.round(bottom)} px, ${await page.title()}`);
    }
    expect(far).toEqual([]);
  });
}
