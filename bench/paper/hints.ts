import { doubtsAbout, lookAt, type SheetLook } from '../../src/lib/paper/doubts.ts';
import { findCorners } from '../../src/lib/paper/find-corners.ts';
import type { Corners, Doubt, Point } from '../../src/lib/paper/pixels.ts';
import { straighten } from '../../src/lib/paper/straighten.ts';
import { type Chance, createChance } from '../../testing/paper/chance.ts';
import { type Scene, takePhoto } from '../../testing/paper/take-photo.ts';
import { isKeptAside, pickSheet } from './photos.ts';
import { goodScene } from './scenes.ts';
import type { Printed, SheetKind } from './sheets.ts';

const FRAME = { columns: 1200, rows: 1600 };
const SHEET_PX = 2000;
const GOOD = 40;
/** How many earlier pages each photo is compared with. */
const OTHERS = 8;
const OF_EACH = 12;
const KINDS: readonly SheetKind[] = ['letter', 'letter', 'form', 'receipt', 'card'];

/** Turns the scene of a good photo into one that deserves this doubt. */
const FAULTS: Readonly<Record<Exclude<Doubt, 'same-again'>, (scene: Scene, chance: Chance) => Scene>> = {
  blurred: (scene, chance) =>
    chance.next() < 0.5
      ? { ...scene, blurPx: chance.between(2.6, 4.5) }
      : { ...scene, shakePx: chance.between(10, 24), shakeAngle: chance.between(0, 180) },
  dark: (scene, chance) => ({ ...scene, exposure: chance.between(30, 65), shadow: null }),
  'cut-off': (scene, chance) => ({ ...scene, pose: { ...scene.pose, shift: beyond(chance) } }),
  'nearly-empty': (scene) => scene,
  'small-letters': (scene, chance) => ({
    ...scene,
    pose: { ...scene.pose, fill: chance.between(0.34, 0.42) },
  }),
};

/** A tenth to a quarter of the sheet lies outside the picture, on one side of it. */
function beyond(chance: Chance): readonly [number, number] {
  const far = chance.between(0.14, 0.3);
  return chance.pick([
    [far, 0],
    [-far, 0],
    [0, far],
    [0, -far],
  ]);
}

interface Seen {
  look: SheetLook;
  corners: Corners;
  isFound: boolean;
}

/**
 * Where the code finds no corners, the app asks the citizen for them before it doubts anything. The citizen is taken to put them where they are, or at the
 * photo's edge.
 */
function see(sheet: Printed, scene: Scene): Seen {
  const { photo, corners: truth } = takePhoto(sheet, scene);
  const found = findCorners(photo);
  const [topLeft, topRight, bottomRight, bottomLeft] = truth;
  const put: Corners = [onPhoto(topLeft), onPhoto(topRight), onPhoto(bottomRight), onPhoto(bottomLeft)];
  const corners = found ?? put;
  return { corners, isFound: found !== null, look: lookAt(straighten(photo, corners, SHEET_PX)) };
}

const onPhoto = ({ x, y }: Point): Point => ({
  x: Math.min(1, Math.max(0, x)),
  y: Math.min(1, Math.max(0, y)),
});

/** Prints which doubts are raised about good photos, and whether a second photo of the same sheet is recognised. */
export function measureGood(sheets: readonly Printed[], seed: number): void {
  const good = Array.from({ length: GOOD }, (_, number) => {
    const chance = createChance(seed * 31 + number);
    const kind = KINDS[number % KINDS.length] ?? 'letter';
    const sheet = pickSheet(chance.next(), kind, sheets);
    return { number, kind, sheet, seen: see(sheet, goodScene(chance, seed * 100 + number, FRAME)) };
  });
  const others = (sheet: Printed) =>
    good.flatMap((each) => (each.sheet === sheet ? [] : each.seen.look)).slice(0, OTHERS);
  const alarms = good.map(({ number, kind, sheet, seen }) => {
    const said = doubtsAbout(seen.look, seen.corners, others(sheet));
    if (said.length > 0) console.log(`good ${number}, ${kind}: ${said.join(', ')} ${tell(seen)}`);
    return { number, isSaid: said.length > 0 };
  });
  printHeading();
  print('any, of good ones', alarms);
  const again = good.slice(0, OF_EACH).map(({ number, sheet, seen }) => {
    const second = see(sheet, goodScene(createChance(seed * 77 + number), seed * 200 + number, FRAME));
    const said = doubtsAbout(second.look, second.corners, [...others(sheet), seen.look]);
    return { number, isSaid: said.includes('same-again') };
  });
  print('same-again', again);
}

/** Prints how often each of the other doubts is raised about photos that deserve it. */
export function measureFaults(sheets: readonly Printed[], seed: number): void {
  printHeading();
  for (const doubt of Object.keys(FAULTS) as (keyof typeof FAULTS)[]) {
    const asked = Array.from({ length: OF_EACH }, (_, number) => ({
      number,
      isSaid: isSaidOf(doubt, number, sheets, seed),
    }));
    print(doubt, asked);
  }
}

function printHeading(): void {
  console.log('| doubt | photos | said | kept aside | said |\n|---|---|---|---|---|');
}

/** The kinds of sheet for the doubt about small letters. A receipt fills the picture, and its letters stay large enough to read. */
const PAGES: readonly SheetKind[] = ['letter', 'form'];

function isSaidOf(
  doubt: keyof typeof FAULTS,
  number: number,
  sheets: readonly Printed[],
  seed: number,
): boolean {
  const chance = createChance(seed * 53 + number);
  const kind = doubt === 'nearly-empty' ? 'blank' : (PAGES[number % PAGES.length] ?? 'letter');
  const sheet = pickSheet(chance.next(), kind, sheets);
  const seen = see(sheet, FAULTS[doubt](goodScene(chance, seed * 300 + number, FRAME), chance));
  const said = doubtsAbout(seen.look, seen.corners, []);
  if (!said.includes(doubt) || !seen.isFound)
    console.log(`${doubt} ${number}, ${kind}: ${said.join(', ') || 'nothing'} ${tell(seen)}`);
  return said.includes(doubt);
}

function tell({ look, corners, isFound }: Seen): string {
  return JSON.stringify({
    ...look,
    fingerprint: undefined,
    isFound,
    corners: corners.map(({ x, y }) => [x, y].map((at) => at.toFixed(2)).join(' ')),
  });
}

function print(name: string, asked: readonly { number: number; isSaid: boolean }[]): void {
  const shareOf = (some: typeof asked) => `${some.filter(({ isSaid }) => isSaid).length}`;
  const [tuned, aside] = [
    asked.filter(({ number }) => !isKeptAside(number)),
    asked.filter(({ number }) => isKeptAside(number)),
  ];
  console.log(`| ${[name, tuned.length, shareOf(tuned), aside.length, shareOf(aside)].join(' | ')} |`);
}
