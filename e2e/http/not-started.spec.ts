import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures.ts';
import { holdApp } from '../hold-app.ts';
import { heading } from '../steps.ts';

/** A page that was written at build time, and one that stays empty until the app draws. */
const PAGES = ['/entrar', '/pedidos'];
const APP = '**/assets/*/index.js';
const WATCH = '**/assets/*/watch-start.js';

const late = (page: Page) => page.getByRole('heading', { name: 'O e-Clic ainda não abriu' });
const tooOld = (page: Page) =>
  page.getByRole('heading', { name: 'Este navegador é demasiado antigo para o e-Clic' });

/** Ends the styles' clocks, as if the citizen had waited that long. */
const wait = (page: Page) =>
  page.evaluate(() => {
    for (const animation of document.getAnimations()) animation.finish();
  });

for (const address of PAGES) {
  test(`${address} says what to do when no script comes, after a while and not before`, async ({
    page,
    complaints,
  }) => {
    complaints.allow(/ERR_FAILED|preload/);
    await page.route('**/*.js', (route) => route.abort());
    await page.goto(address);
    await expect(late(page)).toBeHidden();
    // The words in five languages must not be laid out while they are hidden: that would slow down every good start.
    expect(await page.locator('.is-late section').evaluate((words) => words.getClientRects().length)).toBe(0);
    await wait(page);
    await expect(late(page)).toBeVisible();
    await expect(tooOld(page)).toBeHidden();
    await expect(page.getByRole('listitem').getByRole('link', { name: '300 502 502' }).first()).toBeVisible();
  });

  test(`${address} says at once that its code did not arrive`, async ({ page, complaints }) => {
    complaints.allow(/404|preload/);
    await page.route(APP, (route) => route.fulfill({ status: 404 }));
    await page.goto(address);
    await expect(late(page)).toBeVisible();
  });

  test(`${address} says at once that a browser does not understand its code`, async ({
    page,
    complaints,
  }) => {
    complaints.allow(/SyntaxError|Unexpected|preload/);
    await page.route(APP, (route) =>
      route.fulfill({ contentType: 'text/javascript', body: 'let a = not yet;' }),
    );
    await page.goto(address);
    await expect(tooOld(page)).toBeVisible();
    await expect(late(page)).toBeHidden();
  });

  test(`${address} says at once that a browser without modules is too old, in five languages`, async ({
    page,
    complaints,
  }) => {
    complaints.allow(/preload/);
    await page.addInitScript(() => Reflect.deleteProperty(HTMLScriptElement.prototype, 'noModule'));
    await page.route(address, async (route) => {
      const answer = await route.fetch();
      const body = (await answer.text()).replace('type="module"', 'type="of-later-times"');
      await route.fulfill({ response: answer, body });
    });
    await page.goto(address);
    await expect(tooOld(page)).toBeVisible();
    for (const language of ['English', 'Español', 'Français', 'Українська'])
      await expect(page.getByText(language, { exact: true }).first()).toBeVisible();
  });

  test(`${address} never shows any of it on a good first visit`, async ({ page }) => {
    await page.addInitScript(() => {
      const seen: string[] = [];
      Object.assign(window, { seenNotStarted: seen });
      const look = () => {
        const block = document.querySelector('.not-started.is-late');
        if (block) seen.push(block.checkVisibility({ visibilityProperty: true }) ? 'shown' : 'hidden');
        requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    });
    const seen = () =>
      page.evaluate(() => (window as unknown as { seenNotStarted: string[] }).seenNotStarted);
    const letGo = await holdApp(page);
    await page.goto(address, { waitUntil: 'commit' });
    await expect.poll(async () => (await seen()).length).toBeGreaterThan(5);
    letGo();
    await expect(heading(page, 'Iniciar sessão')).toBeVisible();
    await expect(page.locator('html')).not.toHaveAttribute('data-written');
    await page.waitForLoadState('networkidle');
    expect(new Set(await seen())).toEqual(new Set(['hidden']));
  });

  test(`${address} says what is missing without JavaScript, in five languages`, async ({ page }) => {
    // Playwright's browser reads this part as if scripts ran.
    const source = await (await page.request.get(address, { headers: { Accept: 'text/html' } })).text();
    const [, without = ''] = /<noscript>(.*?)<\/noscript>/s.exec(source) ?? [];
    const inEach = without.matchAll(/lang="([^"]*)">(?:<summary>[^<]*<\/summary>)?<h2>[^<]*JavaScript/g);
    expect([...inEach].map(([, lang]) => lang)).toEqual(['pt-PT', 'en', 'es', 'fr', 'uk']);
    const links = new Set([...without.matchAll(/<a href="(\/[^"]*)"/g)].map(([, link]) => link ?? ''));
    expect(links.size).toBe(4);
    // The server must send the written page, and not the empty one that it sends for every other address.
    for (const link of links) expect(await (await page.request.get(link)).text()).toContain('<h1');
  });
}

test('whoever is not told by the watcher, since that did not come either, is told after a while', async ({
  page,
  complaints,
}) => {
  complaints.allow(/404|SyntaxError|Unexpected|preload/);
  await page.route(WATCH, (route) => route.fulfill({ status: 404 }));
  await page.route(APP, (route) =>
    route.fulfill({ contentType: 'text/javascript', body: 'let a = not yet;' }),
  );
  await page.goto('/pedidos');
  await expect(late(page)).toBeHidden();
  await wait(page);
  await expect(late(page)).toBeVisible();
});
