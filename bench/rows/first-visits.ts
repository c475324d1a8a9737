import type { Page } from '@playwright/test';
import { waitForWorker } from '../../e2e/reliability/fixtures.ts';
import { repeat } from '../figures.ts';
import { type Rows, RUNS, rowsOf } from '../rows.ts';
import { FLOOR_PATH, takeFloor, withSlowLine } from '../slow-line.ts';
import { untilShown } from '../until-painted.ts';
import { CARD, openList, type Use, visit, type World, withProfile } from '../world.ts';

/** The first step of a new draft, for a citizen who has not signed in. */
const DESCRIPTION = { path: '/rascunhos/novo?convidado=sim', sight: 'textarea#description:enabled' };
const SIGN_IN = { path: '/entrar', sight: 'input#niss:enabled' };
const LIST = { path: '/pedidos', sight: CARD };
const TEXT = 'Recebi uma nota de cobrança e não a percebo';
const BETWEEN_KEYS_MS = 80;
/** The app must have started by then, or letters that it loses would be missed. */
const AFTER_MS = 1_500;

type Place = typeof SIGN_IN;

/** Measures the app and the floor, which is the same page as plain HTML, in turn. */
async function inTurn(measureApp: () => Promise<number>, measureFloor: () => Promise<number>) {
  return repeat(RUNS, async () => ({ appMs: await measureApp(), floorMs: await measureFloor() }));
}

const ratioOf = ({ appMs, floorMs }: Record<'appMs' | 'floorMs', number>) => appMs / floorMs;
const show =
  ({ path, sight }: Place): Use<number> =>
  (page) =>
    untilShown(page, path, sight);
const showFloor = ({ sight }: Place) => show({ path: FLOOR_PATH, sight });
const keepApp =
  ({ path }: Place): Use<void> =>
  (page) =>
    page.goto(path).then(() => waitForWorker(page));

/** Measures each visit in a browser with an empty profile. */
function visitFirst(place: Place) {
  return async ({ origin: server }: World) => {
    const floor = await visit(server, (page) => show(place)(page).then(() => takeFloor(page)));
    const measure = (use: Use<number>) => () =>
      withSlowLine(server, ({ origin }) => visit(origin, use), floor);
    return inTurn(measure(show(place)), measure(showFloor(place)));
  };
}

async function typeEarly(page: Page): Promise<number> {
  await page.goto(DESCRIPTION.path, { waitUntil: 'commit' });
  const box = page.locator(DESCRIPTION.sight);
  await box.focus();
  await page.keyboard.type(TEXT, { delay: BETWEEN_KEYS_MS });
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(AFTER_MS);
  // Counts the typed letters that are missing from the text box, read in their order.
  let rest = await box.inputValue();
  return [...TEXT].filter((letter) => {
    const at = rest.indexOf(letter);
    rest = rest.slice(at + 1);
    return at < 0;
  }).length;
}

function visitAgain({ origin: server }: World): Promise<number[]> {
  const visits = (origin: string) => async (profile: string) => {
    await visit(origin, keepApp(DESCRIPTION), { profile });
    return repeat(RUNS, () => visit(origin, show(DESCRIPTION), { profile }));
  };
  return withSlowLine(server, ({ origin }) => withProfile(visits(origin)));
}

async function startOffline(world: World) {
  const floor = await world.visit((page) => openList(page).then(() => takeFloor(page)));
  const starts = (origin: string) => async (profile: string) => {
    await visit(origin, keepApp(SIGN_IN), { profile });
    return inTurn(
      () => world.visit(show(LIST), { offline: true }),
      () => visit(origin, showFloor(LIST), { profile, offline: true }),
    );
  };
  return withSlowLine(world.origin, ({ origin }) => withProfile(starts(origin)), floor);
}

export const firstVisits: Rows = {
  ...rowsOf(visitFirst(DESCRIPTION), {
    'First editable field, first visit, to the plain HTML floor': ratioOf,
    'First editable field, first visit': ({ appMs }) => appMs,
    'First editable field, the plain HTML floor itself': ({ floorMs }) => floorMs,
  }),
  ...rowsOf(visitFirst(SIGN_IN), {
    'First field of sign-in, first visit, to the plain HTML floor': ratioOf,
    'First field of sign-in, first visit': ({ appMs }) => appMs,
  }),
  'Letters lost of what is typed at once': ({ origin: server }) =>
    repeat(RUNS, () => withSlowLine(server, ({ origin }) => visit(origin, typeEarly))),
  'First editable field, later visit': visitAgain,
  ...rowsOf(startOffline, { 'First list after an offline cold start, to a static page': ratioOf }),
};
