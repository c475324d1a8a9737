import type { Page } from '@playwright/test';
import { ALL_TAG, GATE_TAGS } from '../../ops/test/level.ts';
import { expect, test } from '../fixtures.ts';
import {
  descriptionBox,
  goOn,
  heading,
  JOAO,
  pickTopic,
  signIn,
  startRequest,
  wayOn,
  writeDescription,
} from '../steps.ts';

const PORTRAIT = { width: 390, height: 844 };
const LANDSCAPE = { width: 844, height: 390 };
/** The part that such a phone's keyboard leaves. A browser that makes room for the keyboard makes the page that much lower. */
const ABOVE_KEYBOARD = { width: 390, height: 460 };
/** Below this, Safari on a phone makes the page larger as soon as a field has the caret, and leaves it so. */
const NO_ZOOM_PX = 16;
/** The insets of a phone with a notch and a line at the bottom, upright and held sideways. */
const UPRIGHT = { top: 47, bottom: 34 };
const SIDEWAYS = { left: 47, right: 47, bottom: 21 };

test.use({ viewport: PORTRAIT, hasTouch: true, isMobile: true });

async function setSafeArea(page: Page, insets: Record<string, number>): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setSafeAreaInsetsOverride', { insets });
}

const readSmallFields = (page: Page) =>
  page.evaluate((atLeast) => {
    const fields = document.querySelectorAll<HTMLElement>(
      'input:not([type=radio], [type=checkbox], [type=file]), textarea, select',
    );
    const isSmall = (field: HTMLElement) => Number.parseFloat(getComputedStyle(field).fontSize) < atLeast;
    return { count: fields.length, small: [...fields].filter(isSmall).map(({ id }) => id) };
  }, NO_ZOOM_PX);

/** Words and fields that stand, wholly or in part, where the phone has its notch, its corners or its line. */
const readOutside = (page: Page, insets: { left?: number; right?: number; top?: number; bottom?: number }) =>
  page.evaluate(({ left = 0, right = 0, top = 0, bottom = 0 }) => {
    const last = document.documentElement.scrollHeight - bottom;
    const isOutside = (box: DOMRect) =>
      box.width > 0 &&
      (box.left < left ||
        box.right > innerWidth - right ||
        box.top + scrollY < top ||
        box.bottom + scrollY > last);
    const closest = (
      element: Element | null,
      isSought: (style: CSSStyleDeclaration) => boolean,
    ): Element | null =>
      element === null || isSought(getComputedStyle(element))
        ? element
        : closest(element.parentElement, isSought);
    // Words for screen readers alone are clipped away.
    const isSeen = (element: Element) =>
      element.checkVisibility({ visibilityProperty: true }) &&
      closest(element, ({ clipPath }) => clipPath !== 'none') === null;
    const outside: string[] = [];
    const words = document.createRange();
    for (const element of document.querySelectorAll('body *')) {
      if (!isSeen(element)) continue;
      if (element.matches('input, select, textarea') && isOutside(element.getBoundingClientRect()))
        outside.push(element.id);
      for (const node of element.childNodes) {
        if (node.nodeType !== Node.TEXT_NODE || !node.textContent?.trim()) continue;
        words.selectNodeContents(node);
        // Of words that are cut to a line the rest is not seen.
        const seen = closest(element, ({ overflow }) => overflow === 'hidden') ?? words;
        if (isOutside(seen.getBoundingClientRect())) outside.push(node.textContent);
      }
    }
    return outside;
  }, insets);

test('no field makes a phone enlarge the page, from sign-in to the summary', async ({ page }) => {
  const seeFields = async (least = 1) => {
    const { count, small } = await readSmallFields(page);
    expect(count).toBeGreaterThanOrEqual(least);
    expect(small).toEqual([]);
  };
  await page.goto('/entrar');
  await expect(heading(page, 'Iniciar sessão')).toBeVisible();
  await seeFields(2);
  await signIn(page);
  await seeFields();
  await startRequest(page);
  await seeFields();
  await writeDescription(page);
  await goOn(page);
  await expect(heading(page, 'Definir tema')).toBeVisible();
  await seeFields(3);
});

test('the keyboard covers neither the line being written nor what comes next', async ({ page }) => {
  await signIn(page);
  await startRequest(page);
  await writeDescription(page, 'Uma linha.\n'.repeat(30));
  await descriptionBox(page).tap();
  await page.setViewportSize(ABOVE_KEYBOARD);
  await descriptionBox(page).press('ControlOrMeta+End');
  await descriptionBox(page).pressSequentially('A última.');
  const caretIsSeen = () =>
    page.evaluate(() => {
      const box = document.activeElement?.getBoundingClientRect();
      return box !== undefined && box.top < innerHeight && box.bottom > 0;
    });
  expect(await caretIsSeen()).toBe(true);
  const next = wayOn(page);
  await next.scrollIntoViewIfNeeded();
  // Playwright presses only what nothing else covers.
  await next.tap();
  await expect(heading(page, 'Definir tema')).toBeVisible();
});

for (const { name, viewport, insets, tag } of [
  { name: 'upright', viewport: PORTRAIT, insets: UPRIGHT, tag: ALL_TAG },
  { name: 'held sideways', viewport: LANDSCAPE, insets: SIDEWAYS, tag: GATE_TAGS },
]) {
  test(`nothing stands under the notch or the line of a phone ${name}`, { tag }, async ({ page }) => {
    await page.setViewportSize(viewport);
    await setSafeArea(page, insets);
    await page.goto('/entrar');
    await expect(heading(page, 'Iniciar sessão')).toBeVisible();
    expect(await readOutside(page, insets)).toEqual([]);
    await signIn(page);
    await expect(page.getByRole('main').getByRole('listitem').first()).toBeVisible();
    expect(await readOutside(page, insets)).toEqual([]);
    await startRequest(page);
    expect(await readOutside(page, insets)).toEqual([]);
    await writeDescription(page);
    await goOn(page);
    await expect(heading(page, 'Definir tema')).toBeVisible();
    await pickTopic(page);
    expect(await readOutside(page, insets)).toEqual([]);
  });
}

test('whoever comes back from a request finds the list where it was left', { tag: ALL_TAG }, async ({
  page,
}) => {
  // No other test writes in João's account meanwhile.
  await signIn(page, JOAO);
  await expect(page.getByText(/^Atualizado hoje, às/)).toBeAttached();
  const cards = page.getByRole('main').getByRole('link', { name: /EC-|:/ });
  await expect(cards).not.toHaveCount(0);
  const card = cards.last();
  await card.scrollIntoViewIfNeeded();
  const left = await page.evaluate(() => scrollY);
  expect(left).toBeGreaterThan(0);
  await card.tap();
  await expect(heading(page, 'Os meus pedidos')).toBeHidden();
  await page.goBack();
  await expect(heading(page, 'Os meus pedidos')).toBeVisible();
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(left);
});

test('an iPhone that puts e-Clic on its screen finds an icon, a name and an address', async ({ page }) => {
  await page.goto('/entrar');
  const icon = await page.locator('link[rel=apple-touch-icon]').getAttribute('href');
  const answer = await page.request.get(icon ?? '');
  expect(answer.headers()['content-type']).toBe('image/png');
  const size = await page.evaluate(async (src) => {
    const image = new Image();
    image.src = src ?? '';
    await image.decode();
    return [image.naturalWidth, image.naturalHeight];
  }, icon);
  expect(size).toEqual([180, 180]);
  const address = await page.locator('link[rel=manifest]').getAttribute('href');
  const manifest = await (await page.request.get(address ?? '')).json();
  expect(manifest).toMatchObject({ short_name: 'e-Clic', display: 'standalone', start_url: '/', scope: '/' });
});
