import { type BrowserContextOptions, test as base, expect, type Page } from '@playwright/test';
import { ALL_TAG, IS_ALL } from '../../ops/test/level.ts';
import { LANGUAGES } from '../../src/state/kept-preferences.ts';
import { findUnmirrored } from './find-unmirrored.ts';
import { measure } from './measure.ts';
import { LENGTHENED_BY, pretend, speakInPretence } from './pseudo-locale.ts';
import { open } from './reach.ts';
import { readTexts } from './read-locales.ts';
import { openWorld } from './worlds.ts';

/** A worker would serve the real texts in the place of those that a test makes. */
const PHONE: BrowserContextOptions = {
  viewport: { width: 320, height: 800 },
  serviceWorkers: 'block',
  reducedMotion: 'reduce',
};

interface Place {
  page: Page;
  path: string;
}

interface Screens {
  /** A page of a signed-in citizen, and one of a guest. */
  pages: readonly [Page, Page];
  places: Place[];
}

/** The key screens, reached in Portuguese and looked at in any language. */
const test = base.extend<object, { screens: Screens }>({
  screens: [
    async ({ browser }, use, { project }) => {
      const baseURL = project.use.baseURL ?? '';
      const { page, context, draftId } = await openWorld(browser, baseURL, 'maria', PHONE);
      const guest = await openWorld(browser, baseURL, 'guest', PHONE);
      await open(page, '/pedidos');
      const request = await page.locator('main a[href^="/pedidos/"]').first().getAttribute('href');
      const steps = ['descricao', 'tema', 'anexos', 'resumo'].map((name) => `/rascunhos/${draftId}/${name}`);
      const paths = ['/pedidos', ...steps, `${request}`, `${request}/comprovativo`, '/resumo', '/definicoes'];
      const places = [...paths, '/ajuda'].map((path) => ({ page, path }));
      await use({ pages: [page, guest.page], places: [...places, { page: guest.page, path: '/entrar' }] });
      await context.close();
      await guest.context.close();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
});

async function lookAt({ places }: Screens, look: (page: Page) => Promise<string[]>): Promise<string[]> {
  const problems: string[] = [];
  for (const { page, path } of places) {
    await open(page, path);
    await page.evaluate(() => document.fonts.ready);
    problems.push(...(await look(page)).map((problem) => `${path}: ${problem}`));
  }
  return problems;
}

async function choose({ pages }: Screens, code: string): Promise<void> {
  for (const page of pages) {
    await open(page, '/definicoes');
    await page.evaluate((language) => localStorage.setItem('eclic-language', language), code);
  }
}

/** Returns widths in pixels at the usual text size: of all texts of a language together, and of its widest word. */
async function measureTexts(page: Page, language: string) {
  return page.evaluate(async (texts) => {
    await Promise.all(
      ['a', 'Ж'].map((letter) =>
        document.fonts.load('16px "Noto Sans Variable", "Noto Sans Cyrillic"', letter),
      ),
    );
    const pen = document.createElement('canvas').getContext('2d');
    if (!pen) throw new Error('There is nothing to measure with');
    pen.font = '16px "Noto Sans Variable", "Noto Sans Cyrillic"';
    const width = (text: string) => pen.measureText(text).width;
    const words = new Set(texts.flatMap((text) => text.split(/[\s/]+/)));
    return {
      all: texts.reduce((sum, text) => sum + width(text), 0),
      word: Math.max(...[...words].map(width)),
    };
  }, readTexts(language));
}

test('in the language with the longest texts, nothing is cut or outside the screen at 320 px', async ({
  screens,
}) => {
  const [page] = screens.pages;
  await open(page, '/definicoes');
  const measured = [];
  for (const { code } of LANGUAGES) measured.push({ code, ...(await measureTexts(page, code)) });
  for (const { code, all, word } of measured) console.log(code, Math.round(all), Math.round(word));
  const longest = measured.toSorted((a, b) => b.all - a.all)[0]?.code ?? '';
  const looked = IS_ALL ? LANGUAGES.map(({ code }) => code) : [longest];

  for (const code of looked) {
    await choose(screens, code);
    const problems = await lookAt(screens, async (each) => {
      await expect(each.locator('html')).toHaveAttribute('lang', code);
      return each.evaluate(measure);
    });
    expect(problems, code).toEqual([]);
  }
});

test('in the other direction everything stands in the mirrored place, and nothing is cut', {
  tag: ALL_TAG,
}, async ({ screens }) => {
  await choose(screens, 'pt-PT');
  const problems = await lookAt(screens, async (page) => [
    ...(await page.evaluate(findUnmirrored)),
    ...(await page.evaluate(measure)),
  ]);
  expect(problems).toEqual([]);
});

test('what a style holds to one side is found out', async ({ screens }) => {
  const [, page] = screens.pages;
  await open(page, '/entrar');
  for (const style of ['main { padding-left: 3rem !important }', 'label { position: relative; left: 5px }']) {
    await page.evaluate((rule) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(rule);
      document.adoptedStyleSheets = [sheet];
    }, style);
    expect(await page.evaluate(findUnmirrored), style).not.toEqual([]);
  }
});

test('with texts 40 % longer and accented, nothing is cut or outside the screen', { tag: ALL_TAG }, async ({
  screens,
}) => {
  const texts = readTexts('pt-PT');
  const lengthOf = (all: readonly string[]) => all.reduce((sum, text) => sum + text.length, 0);
  const growth = lengthOf(texts.map(pretend)) / lengthOf(texts) - 1;
  expect(growth).toBeGreaterThan(LENGTHENED_BY * 0.9);

  await choose(screens, 'pt-PT');
  for (const page of screens.pages) await speakInPretence(page.context());
  const problems = await lookAt(screens, (page) => page.evaluate(measure));
  expect(problems).toEqual([]);
  const [page] = screens.pages;
  await expect(page.getByRole('heading', { level: 1, name: pretend('Ajuda') })).toBeVisible();
});
