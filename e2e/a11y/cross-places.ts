import { test as base, expect, type Page } from '@playwright/test';
import { IS_ALL } from '../../ops/test/level.ts';
import { findViolations } from '../find-violations.ts';
import { FULL_LENSES, type Lens, lensesInTurn, lookThrough, nameLens } from './lenses.ts';
import { measure } from './measure.ts';
import { measureSeal } from './measure-seal.ts';
import { namePlace, PLACES } from './places.ts';
import { walkFocus } from './walk-focus.ts';
import { openWorld, type World, type WorldName } from './worlds.ts';

/** The result of one place, from which the table is drawn. */
export interface Outcome {
  route: string;
  state: string;
  how: string;
  lenses: number;
  failed: string[];
}

export const OUTCOME = 'outcome';
const PLACE_MAX_MS = 240_000;
/** The widest and the smallest screen, at which the full run tabs through each page. */
const FOCUS_LENSES: readonly Lens[] = [
  { width: 1280, height: 800, colours: 'light', text: 'normal' },
  { width: 320, height: 256, colours: 'light', text: 'normal' },
];

/** Tests every place of a world: in the full run through all of `FULL_LENSES`, in the gate through one lens, which changes from place to place. */
export function crossPlaces(name: WorldName): void {
  const test = base.extend<object, { world: World }>({
    world: [
      async ({ browser }, use, { project }) => {
        const world = await openWorld(browser, project.use.baseURL ?? '', name);
        await use(world);
        await world.context.close();
      },
      { scope: 'worker', timeout: PLACE_MAX_MS },
    ],
  });
  const inTurn = lensesInTurn(Object.values(PLACES).flat());

  test.afterEach(async ({ world }) => {
    await world.context.setOffline(false);
    await world.page.setViewportSize({ width: 1280, height: 800 });
  });

  for (const place of PLACES[name]) {
    const lenses = IS_ALL ? FULL_LENSES : [inTurn.get(place)].filter((lens) => lens !== undefined);
    test(namePlace(place), async ({ world }, testInfo) => {
      if (IS_ALL) test.setTimeout(PLACE_MAX_MS);
      const { page } = world;
      const outcome: Outcome = { ...place, how: place.how ?? '', lenses: 0, failed: [] };
      const note = (what: string, problems: string[]) => {
        outcome.lenses += 1;
        outcome.failed.push(...problems.map((problem) => `${what}: ${problem}`));
      };
      await place.reach(world);
      for (const each of lenses) {
        await lookThrough(page, each);
        note(nameLens(each), await inspect(page));
      }
      const walked = IS_ALL ? FOCUS_LENSES : place.state === 'overlay' ? lenses : [];
      for (const each of walked) {
        await lookThrough(page, each);
        note(`tabbing, ${nameLens(each)}`, await walkFocus(page));
      }
      await testInfo.attach(OUTCOME, { body: JSON.stringify(outcome), contentType: 'application/json' });
      expect(outcome.failed).toEqual([]);
    });
  }
}

/** Returns the problems of the page as it stands, one sentence each. */
async function inspect(page: Page): Promise<string[]> {
  return [
    ...(await findViolations(page)),
    ...(await page.evaluate(measure)),
    ...(await page.evaluate(measureSeal)),
  ];
}
