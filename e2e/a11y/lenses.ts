import type { Page } from '@playwright/test';

export const COLOURS = ['light', 'dark', 'forced'] as const;
export const TEXTS = ['normal', 'double', 'spaced'] as const;
export const WIDTHS_PX = [1280, 360, 320] as const;

/** The conditions in which a page is looked at. */
export interface Lens {
  width: number;
  height: number;
  colours: (typeof COLOURS)[number];
  /** `double` is text at 200 %, `spaced` the distances of WCAG 1.4.12. */
  text: (typeof TEXTS)[number];
}

const HEIGHT_PX = 800;
/** A screen of 1280 × 1024 at 400 %. */
const ZOOMED = { width: 320, height: 256 };

export const LENSES: readonly Lens[] = WIDTHS_PX.flatMap((width) =>
  COLOURS.flatMap((colours) => TEXTS.map((text) => ({ width, height: HEIGHT_PX, colours, text }))),
);

/** All colours with the usual text, all texts in light colours, and 400 %. */
export const FULL_LENSES: readonly Lens[] = [
  ...LENSES.filter(({ colours, text }) => text === 'normal' || colours === 'light'),
  { ...ZOOMED, colours: 'light', text: 'normal' },
];

/** The step from lens to lens: three in a row differ in width, colours and text, and every lens gets its turn. */
const STRIDE = 13;

/** Chooses one lens for each place. The places of one state take turns through the lenses. */
export function lensesInTurn<Place extends { state: string }>(places: readonly Place[]): Map<Place, Lens> {
  const turns = new Map<string, number>();
  return new Map(
    places.map((place) => {
      const turn = turns.get(place.state) ?? 0;
      turns.set(place.state, turn + 1);
      return [place, LENSES[(turn * STRIDE) % LENSES.length] as Lens] as const;
    }),
  );
}

export function nameLens({ width, height, colours, text }: Lens): string {
  const size = height === ZOOMED.height ? '400 %' : `${width} px`;
  return [size, colours, ...(text === 'normal' ? [] : [text])].join(' · ');
}

/** Applies a lens without a reload, so that the page keeps the state that was reached. */
export async function lookThrough(page: Page, { width, height, colours, text }: Lens): Promise<void> {
  await page.setViewportSize({ width, height });
  await page.emulateMedia({
    colorScheme: colours === 'dark' ? 'dark' : 'light',
    forcedColors: colours === 'forced' ? 'active' : 'none',
    reducedMotion: 'reduce',
  });
  await page.evaluate(dressText, text);
}

/** Runs in the page, whose policy allows no <style>. The distances are WCAG's own, whatever the app's setting does. */
function dressText(text: Lens['text']): void {
  document.documentElement.dataset.textSize = text === 'double' ? '200' : '100';
  const sheet = new CSSStyleSheet();
  if (text === 'spaced') {
    sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
      p { margin-bottom: 2em !important; }`);
  }
  document.adoptedStyleSheets = [sheet];
}
