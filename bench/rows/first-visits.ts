import { waitForWorker } from '../../e2e/reliability/fixtures.ts';
import { type Rows, RUNS, repeat, rowsOf } from '../rows.ts';
import { FLOOR_PATH, takeFloor, withSlowLine } from '../slow-line.ts';
import { untilShown } from '../until-painted.ts';
import { CARD, type Opened, openList, visit, type World, withProfile } from '../world.ts';

/** The first step of a new draft, for a citizen who has not signed in. */
const DESCRIPTION = { path: '/rascunhos/novo?convidado=sim', sight: 'textarea#description:enabled' };
const SIGN_IN = { path: '/entrar', sight: 'input#niss:enabled' };
const LIST = { path: '/pedidos', sight: CARD };
const TEXT = 'Recebi uma nota de cobrança e não a percebo';
const BETWEEN_KEYS_MS = 80;
/** The app must have started by then, or letters that it loses would be missed. */
const AFTER_MS = 1_500;

interface Pair {
  appMs: number;
  floorMs: number;
}

const ratioOf = ({ appMs, floorMs }: Pair) => appMs / floorMs;
const show =
  ({ path, sight }: typeof SIGN_IN) =>
  ({ page }: Opened) =>
    untilShown(page, path, sight);
const showFloor = ({ sight }: typeof SIGN_IN) => show({ path: FLOOR_PATH, sight });

/** Measures the app and the floor (the same page as plain HTML) in turn, each in a browser with an empty profile. */
async function measurePairs({ origin: server }: World, place: typeof SIGN_IN): Promise<Pair[]> {
  const floor = await visit(server, async (opened) => {
    await show(place)(opened);
    return takeFloor(opened.page);
  });
  const measureFirst = (use: (opened: Opened) => Promise<number>) =>
    withSlowLine(server, ({ origin }) => visit(origin, use), floor);
  return repeat(RUNS, async () => ({
    appMs: await measureFirst(show(place)),
    floorMs: await measureFirst(showFloor(place)),
  }));
}

async function typeEarly({ page }: Opened): Promise<number> {
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
    await visit(origin, ({ page }) => page.goto(DESCRIPTION.path).then(() => waitForWorker(page)), {
      profile,
    });
    return repeat(RUNS, () => visit(origin, show(DESCRIPTION), { profile }));
  };
  return withSlowLine(server, ({ origin }) => withProfile(visits(origin)));
}

async function startOffline(world: World): Promise<Pair[]> {
  const floor = await world.visit(async ({ page }) => {
    await openList(page);
    return takeFloor(page);
  });
  const starts = (origin: string) => async (profile: string) => {
    await visit(origin, ({ page }) => page.goto(SIGN_IN.path).then(() => waitForWorker(page)), { profile });
    return repeat(RUNS, async () => ({
      appMs: await world.visit(show(LIST), { offline: true }),
      floorMs: await visit(origin, showFloor(LIST), { profile, offline: true }),
    }));
  };
  return withSlowLine(world.origin, ({ origin }) => withProfile(starts(origin)), floor);
}

export const firstVisits: Rows = {
  ...rowsOf((world) => measurePairs(world, DESCRIPTION), {
    'First editable field, first visit, to the plain HTML floor': ratioOf,
    'First editable field, first visit': ({ appMs }) => appMs,
    'First editable field, the plain HTML floor itself': ({ floorMs }) => floorMs,
  }),
  ...rowsOf((world) => measurePairs(world, SIGN_IN), {
    'First field of sign-in, first visit, to the plain HTML floor': ratioOf,
    'First field of sign-in, first visit': ({ appMs }) => appMs,
  }),
  'Letters lost of what is typed at once': ({ origin: server }) =>
    repeat(RUNS, () => withSlowLine(server, ({ origin }) => visit(origin, typeEarly))),
  'First editable field, later visit': visitAgain,
  ...rowsOf(startOffline, { 'First list after an offline cold start, to a static page': ratioOf }),
};
