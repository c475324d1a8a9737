import { ALL_TAG } from '../../ops/test/level.ts';
import { heading, signIn } from '../steps.ts';
import { crash, expect, keepEverything, test, waitForWorker } from './fixtures.ts';

/** Chromium leaves about one cache in three, into which a killed tab of e-Clic was writing, without an answer. */
const TIMES = 8;

test('a tab that is killed while it keeps everything for later takes nothing away: e-Clic opens in the next one', {
  tag: ALL_TAG,
}, async ({ browser, server }) => {
  test.setTimeout(600_000);
  for (let time = 0; time < TIMES; time++) {
    const device = await browser.newContext({ baseURL: server.origin, locale: 'pt-PT' });
    const page = await device.newPage();
    await signIn(page);
    await waitForWorker(page);
    await page.goto('/definicoes');
    await page.getByRole('button', { name: 'Ter tudo sem ligação' }).click();
    // A little later each time, while it is being kept.
    const share = time / TIMES / 4;
    await page.waitForFunction((come) => (document.querySelector('progress')?.position ?? 0) > come, share);
    await crash(page);
    const next = await device.newPage();
    await next.goto('/pedidos');
    await expect(heading(next, 'Os meus pedidos')).toBeVisible();
    await keepEverything(next);
    await device.close();
  }
});
