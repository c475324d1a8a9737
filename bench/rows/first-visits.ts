import { rmSync } from 'node:fs';
import { openFloor } from '../floor.ts';
import { untilShown } from '../in-page/until-painted.ts';
import { type Measurement, repeat, rowsOf } from '../measurement.ts';
import { makeFolder, type Opened, openBrowser, untilWorkerIsReady, withNewBrowser } from '../open-browser.ts';
import { RUNS } from '../options.ts';
import { openSlowLine } from '../slow-line.ts';
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

/** The app and the floor in turn. */
function pairsOf({ path, field }: typeof DESCRIPTION): (world: World) => Promise<Pair[]> {
  return async ({ server }) => {
    const floor = await withNewBrowser(
      server.origin,
      async ({ page }) => {
        await page.goto(path);
        await page.locator(field).waitFor();
        await page.waitForLoadState('networkidle');
        return openFloor(page);
      },
      { cpuRate: 1 },
    );
    const first = (origin: string, address: string) =>
      firstVisit(origin, ({ page }) => untilShown(page, address, field));
    const pairs = await repeat(RUNS, async () => ({
      appMs: await first(server.origin, path),
      floorMs: await first(floor.origin, floor.path),
    }));
    floor.close();
    return pairs;
  };
}

async function firstVisit<T>(origin: string, run: (opened: Opened) => Promise<T>): Promise<T> {
  const line = await openSlowLine(origin);
  try {
    return await withNewBrowser(line.origin, run);
  } finally {
    line.close();
  }
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

async function visitAgain({ server }: World): Promise<number[]> {
  const line = await openSlowLine(server.origin);
  const profile = makeFolder();
  const first = await openBrowser(profile, line.origin);
  await untilShown(first.page, DESCRIPTION.path, DESCRIPTION.field);
  await untilWorkerIsReady(first.page);
  await first.context.close();
  const values = await repeat(RUNS, async () => {
    const { context, page } = await openBrowser(profile, line.origin);
    const ms = await untilShown(page, DESCRIPTION.path, DESCRIPTION.field);
    await context.close();
    return ms;
  });
  line.close();
  rmSync(profile, { recursive: true, force: true });
  return values;
}

export const firstVisits: readonly Measurement[] = [
  ...rowsOf(pairsOf(DESCRIPTION), [
    {
      name: 'First editable field, first visit, to the plain HTML floor',
      goal: 1.6,
      unit: '×',
      how: 'How many times as long as the same page takes as plain HTML without a script, with the same style sheets, fonts, server and line; one of each in turn.',
      figureOf: ({ appMs, floorMs }) => appMs / floorMs,
    },
    {
      name: 'First editable field, first visit',
      goal: 1_000,
      unit: 'ms',
      how: `${HOW}: the description of a draft begun without signing in.`,
      figureOf: ({ appMs }) => appMs,
    },
    {
      name: 'First editable field, the plain HTML floor itself',
      goal: 700,
      unit: 'ms',
      how: 'Of that page, in the same runs. More than its goal means a heavier look, a server that does not compress, or a busy machine.',
      figureOf: ({ floorMs }) => floorMs,
    },
  ]),
  ...rowsOf(pairsOf(SIGN_IN), [
    {
      name: 'First field of sign-in, first visit, to the plain HTML floor',
      goal: 1.6,
      unit: '×',
      how: 'As for the description.',
      figureOf: ({ appMs, floorMs }) => appMs / floorMs,
    },
    {
      name: 'First field of sign-in, first visit',
      goal: 1_000,
      unit: 'ms',
      how: `${HOW}, the first of */entrar*.`,
      figureOf: ({ appMs }) => appMs,
    },
  ]),
  {
    name: 'Letters lost of what is typed at once',
    goal: 0,
    judge: 'max',
    unit: 'letters',
    how: `Slow 4G, first visit: ${TEXT.length} letters are typed into the description from the moment that it can be typed into; how many of them are not there once the app runs. The goal holds for every run.`,
    run: ({ server }) => repeat(RUNS, () => firstVisit(server.origin, typeEarly)),
  },
  {
    name: 'First editable field, later visit',
    goal: 600,
    unit: 'ms',
    how: 'Slow 4G, the same field in a browser started anew and come to rest, whose profile holds the worker of an earlier visit.',
    run: visitAgain,
  },
];
