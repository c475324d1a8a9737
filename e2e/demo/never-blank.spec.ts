import { readFileSync } from 'node:fs';
import { ALL_TAG, GATE_TAGS, IS_ALL } from '../../ops/test/level.ts';
import { filmStep } from '../film-steps.ts';
import { expect, test } from '../fixtures.ts';
import { framesOf, isBlank, slowDown } from '../record-film.ts';
import { beSignedIn, heading } from '../steps.ts';
import { WHOLE_WALK } from '../walk-steps.ts';

test.use({ hasTouch: true, serviceWorkers: 'allow' });

/** The layout shift that is allowed while a page gives way to another, right after a press too. */
const STEADY = 0.05;
const PHONE = { width: 360, height: 780 };
/**
 * The way back and forth again fetches nothing, since both pages have come. The gate therefore goes back by the browser only where the next step begins on the
 * earlier page, and inside the app only where the earlier page comes anew. It walks at this machine's own speed: every frame is looked at all the same.
 */
const WALKS = [
  { visit: 'on the first visit', screen: PHONE, isSlow: IS_ALL, isOneWay: !IS_ALL, tag: GATE_TAGS },
  { visit: 'on a later visit', screen: PHONE, isSlow: true, isOneWay: true, tag: ALL_TAG },
  {
    visit: 'on the first visit',
    screen: { width: 1280, height: 900 },
    isSlow: false,
    isOneWay: false,
    tag: ALL_TAG,
  },
] as const;
const WALK_MAX_MS = 300_000;

interface AppRoute {
  address: string;
  matches(path: string): boolean;
}

const ROUTE_TREE = new URL('../../src/app/boot/route-tree.gen.ts', import.meta.url);
/** These routes show nothing themselves, and redirect. */
const REDIRECTS = ['/', '/rascunhos/novo', '/rascunhos/$draftId'];

/** Returns every address of the app that shows something. */
function readRoutes(): AppRoute[] {
  const [, ...found] = readFileSync(ROUTE_TREE, 'utf8').split("fullPath: '");
  const addresses = new Set(found.map((text) => text.slice(0, text.indexOf("'")).replace(/(?<=.)\/$/, '')));
  return [...addresses]
    .filter((address) => !REDIRECTS.includes(address))
    .map((address) => {
      const pattern = new RegExp(`^${address.replace(/\$\w+/g, '[^/]+')}/?$`);
      return { address, matches: (path) => pattern.test(path) };
    });
}

for (const { visit, screen, isSlow, isOneWay, tag } of WALKS) {
  test(`no page goes blank or jumps on the way to another or back, ${visit}, ${screen.width} pixels wide`, {
    tag,
  }, async ({ page }) => {
    test.setTimeout(WALK_MAX_MS);
    page.setDefaultTimeout(30_000);
    await page.setViewportSize(screen);
    await page.goto('/entrar');
    if (visit === 'on a later visit') {
      await page.evaluate(async () => {
        await navigator.serviceWorker.ready;
      });
      await page.reload();
    }
    await expect(heading(page, 'Iniciar sessão')).toBeVisible();
    await page.waitForLoadState('networkidle');
    if (isSlow) await slowDown(page);
    const unvisited = new Set(readRoutes());
    const bad: string[] = [];
    for (const step of WHOLE_WALK.filter(({ isReturn }) => IS_ALL || !isReturn)) {
      for (const { name, film, paths } of await filmStep(page, step, isOneWay)) {
        for (const route of unvisited) if (paths.some(route.matches)) unvisited.delete(route);
        const blank = framesOf(film, isBlank);
        if (blank > 0) bad.push(`${name}: ${blank} frames blank`);
        if (film.shift > STEADY) bad.push(`${name}: ${film.moved.join('; ')}`);
      }
    }
    expect([...unvisited].map(({ address }) => address)).toEqual([]);
    expect(bad).toEqual([]);
  });
}

test('whoever waits for a page keeps the one they have, and is told that the other is on its way', async ({
  page,
}) => {
  await beSignedIn(page);
  let letGo: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.context().route('**/help.json', async (route) => {
    await held;
    await route.fallback();
  });
  await page.getByRole('link', { name: 'Ajuda', exact: true }).click();
  await expect(page.getByText('A abrir a página…')).toBeVisible();
  await expect(heading(page, 'Os meus pedidos')).toBeVisible();
  letGo();
  await expect(heading(page, 'Ajuda')).toBeFocused();
  await expect(page.getByText('A abrir a página…')).toHaveCount(0);
});
