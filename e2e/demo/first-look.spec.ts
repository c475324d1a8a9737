import { ALL_TAG, GATE_TAGS } from '../../ops/test/level.ts';
import { expect, test } from '../fixtures.ts';
import { framesOf, isBlank, recordStarts, slowDown } from '../record-film.ts';
import { heading } from '../steps.ts';

test.use({ viewport: { width: 360, height: 780 }, hasTouch: true, serviceWorkers: 'allow' });

const STEADY = 0.05;

for (const [address, words] of [
  ['/entrar', 'Iniciar sessão'],
  ['/rascunhos/novo?convidado=sim', 'Descrição do pedido'],
  ['/ajuda', 'Ajuda'],
] as const) {
  const tag = address === '/entrar' ? GATE_TAGS : ALL_TAG;
  test(`${address} keeps its heading from the first look until the app has taken over, at first and later`, {
    tag,
  }, async ({ page }) => {
    await slowDown(page);
    const end = await recordStarts(page);
    for (const visit of ['first', 'later']) {
      await page.goto(address);
      await expect(heading(page, words)).toBeVisible();
      await page.waitForLoadState('networkidle');
      const film = await end();
      const seen = { ...film, scenes: film.scenes.slice(film.scenes.findIndex((scene) => !isBlank(scene))) };
      expect(framesOf(seen, isBlank), `${visit} visit`).toBe(0);
      expect(film.headings, `${visit} visit`).toBe(1);
      expect(film.shift, film.moved.join('; ')).toBeLessThanOrEqual(STEADY);
      await page.evaluate(async () => {
        await navigator.serviceWorker.ready;
      });
    }
  });
}
