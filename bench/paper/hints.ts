import { doubtsAbout, lookAt, type SheetLook } from '../../src/lib/paper/doubts.ts';
import { findCorners } from '../../src/lib/paper/find-corners.ts';
import type { Corners, Doubt } from '../../src/lib/paper/pixels.ts';
import { straighten } from '../../src/lib/paper/straighten.ts';
import { type Chance, createChance } from '../../testing/paper/chance.ts';
import { type Scene, takePhoto } from '../../testing/paper/take-photo.ts';
import { isKeptAside, pickSheet } from './photos.ts';
import { goodScene } from './scenes.ts';
import type { Printed, SheetKind } from './sheets.ts';

const FRAME = { columns: 1500, rows: 2000 };
const SHEET_PX = 2000;
const GOOD = 60;
const OF_EACH = 24;
const KINDS: readonly SheetKind[] = ['letter', 'letter', 'form', 'receipt', 'card'];

/** What makes a good photo one of which this is doubted. */
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
  corners: Corners | null;
}

function see(sheet: Printed, scene: Scene): Seen {
  const { photo } = takePhoto(sheet, scene);
  const corners = findCorners(photo);
  return { corners, look: lookAt(corners ? straighten(photo, corners, SHEET_PX) : photo) };
}

/** Prints how often each kind is said where it is true, and what is said of good photos. */
export function measureHints(sheets: readonly Printed[], seed: number): void {
  console.log('| doubt | photos | said | kept aside | said |\n|---|---|---|---|---|');
  const good = Array.from({ length: GOOD }, (_, number) => {
    const chance = createChance(seed * 31 + number);
    const kind = KINDS[number % KINDS.length] ?? 'letter';
    const sheet = pickSheet(chance.next(), kind, sheets);
    return { number, kind, sheet, seen: see(sheet, goodScene(chance, seed * 100 + number, FRAME)) };
  });
  const others = (sheet: Printed) => good.filter((each) => each.sheet !== sheet).map(({ seen }) => seen.look);
  const alarms = good.map(({ number, kind, sheet, seen }) => {
    const said = doubtsAbout(seen.look, seen.corners, others(sheet));
    if (said.length > 0) console.log(`good ${number}, ${kind}: ${said.join(', ')} ${tell(seen)}`);
    return { number, isSaid: said.length > 0 };
  });
  for (const doubt of Object.keys(FAULTS) as (keyof typeof FAULTS)[]) {
    print(
      doubt,
      Array.from({ length: OF_EACH }, (_, number) => ({
        number,
        isSaid: isSaidOf(doubt, number, sheets, seed),
      })),
    );
  }
  print(
    'same-again',
    good.slice(0, OF_EACH).map(({ number, sheet, seen }) => {
      const again = see(sheet, goodScene(createChance(seed * 77 + number), seed * 200 + number, FRAME));
      const said = doubtsAbout(again.look, again.corners, [...others(sheet).slice(0, 5), seen.look]);
      return { number, isSaid: said.includes('same-again') };
    }),
  );
  print('any, of good ones', alarms);
}

/** Letters so large that they can be read all the same are no fault: a receipt's that fills the picture. */
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
  if (!said.includes(doubt))
    console.log(`${doubt} ${number}, ${kind}: ${said.join(', ') || 'nothing'} ${tell(seen)}`);
  return said.includes(doubt);
}

function tell({ look, corners }: Seen): string {
  return JSON.stringify({
    ...look,
    fingerprint: undefined,
    corners: corners?.map(({ x, y }) => [x, y].map((at) => at.toFixed(2)).join(' ')) ?? null,
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
