import { openFloor } from '../floor.ts';
import { type Measurement, repeat, rowsOf } from '../measurement.ts';
import {
  type Opened,
  untilWorkerIsReady,
  withBrowser,
  withNewBrowser,
  withProfile,
} from '../open-browser.ts';
import { RUNS } from '../options.ts';
import { withSlowLine } from '../slow-line.ts';
import { untilShown } from '../until-painted.ts';
import type { World } from '../world.ts';

/** The way in for whoever has not signed in; it leads to the first step of a new draft. */
const DESCRIPTION = { path: '/rascunhos/novo?convidado=sim', field: 'textarea#description:enabled' };
const SIGN_IN = { path: '/entrar', field: 'input#niss:enabled' };
const HOW =
  'Slow 4G (1.6 Mbit/s, 150 ms), an empty profile: from the start of the navigation until the field is painted';

const TEXT = 'Recebi uma nota de cobrança e não a percebo';
const BETWEEN_KEYS_MS = 80;
/** For the app to begin, wherever it has not yet. */
const AFTER_MS = 1_500;

interface Pair {
  appMs: number;
  floorMs: number;
}

function visitFirst<T>(origin: string, run: (opened: Opened) => Promise<T>): Promise<T> {
  return withSlowLine(origin, (line) => withNewBrowser(line.origin, run));
}

/** The app and the floor in turn. */
async function measurePairs(origin: string, { path, field }: typeof DESCRIPTION): Promise<Pair[]> {
  const floor = await withNewBrowser(origin, async ({ page }) => {
    await page.goto(path);
    await page.locator(field).waitFor();
    await page.waitForLoadState('networkidle');
    return openFloor(page);
  });
  const pairs = await repeat(RUNS, async () => ({
    appMs: await visitFirst(origin, ({ page }) => untilShown(page, path, field)),
    floorMs: await visitFirst(floor.origin, ({ page }) => untilShown(page, floor.path, field)),
  }));
  floor.close();
  return pairs;
}

function rowsOfPairs(name: string, place: typeof DESCRIPTION, what: string) {
  return rowsOf<Pair>(
    ({ server }) => measurePairs(server.origin, place),
    [
      {
        name: `${name}, first visit, to the plain HTML floor`,
        goal: 1.6,
        unit: '×',
        how: 'How many times as long as the same page takes as plain HTML without a script, with the same style sheets, fonts, server and line; one of each in turn.',
        figureOf: ({ appMs, floorMs }) => appMs / floorMs,
      },
      {
        name: `${name}, first visit`,
        goal: 1_000,
        unit: 'ms',
        how: `${HOW}${what}.`,
        figureOf: ({ appMs }) => appMs,
      },
      {
        name: `${name}, the plain HTML floor itself`,
        goal: 700,
        unit: 'ms',
        how: 'Of that page, in the same runs. More than its goal means a heavier look, a server that does not compress, or a busy machine.',
        figureOf: ({ floorMs }) => floorMs,
      },
    ],
  );
}

async function typeEarly({ page }: Opened): Promise<number> {
  await page.goto(DESCRIPTION.path, { waitUntil: 'commit' });
  const box = page.locator(DESCRIPTION.field);
  await box.focus();
  await page.keyboard.type(TEXT, { delay: BETWEEN_KEYS_MS });
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(AFTER_MS);
  // Letters of what was typed that do not stand, in their order, in what is there.
  const rest = [...(await box.inputValue())];
  return [...TEXT].filter((letter) => {
    const at = rest.indexOf(letter);
    if (at >= 0) rest.splice(0, at + 1);
    return at < 0;
  }).length;
}

function visitAgain({ server }: World): Promise<number[]> {
  const show = ({ page }: Opened) => untilShown(page, DESCRIPTION.path, DESCRIPTION.field);
  return withSlowLine(server.origin, ({ origin }) =>
    withProfile(async (profile) => {
      await withBrowser(profile, origin, async (opened) => {
        await show(opened);
        await untilWorkerIsReady(opened.page);
      });
      return repeat(RUNS, () => withBrowser(profile, origin, show));
    }),
  );
}

export const firstVisits: readonly Measurement[] = [
  ...rowsOfPairs(
    'First editable field',
    DESCRIPTION,
    ': the description of a draft begun without signing in',
  ),
  ...rowsOfPairs('First field of sign-in', SIGN_IN, ', the first of */entrar*'),
  {
    name: 'Letters lost of what is typed at once',
    goal: 0,
    judge: 'max',
    unit: 'letters',
    how: `Slow 4G, first visit: ${TEXT.length} letters are typed into the description from the moment that it can be typed into; how many of them are not there once the app runs. The goal holds for every run.`,
    run: ({ server }) => repeat(RUNS, () => visitFirst(server.origin, typeEarly)),
  },
  {
    name: 'First editable field, later visit',
    goal: 600,
    unit: 'ms',
    how: 'Slow 4G, the same field in a browser started anew and come to rest, whose profile holds the worker of an earlier visit.',
    run: visitAgain,
  },
];
