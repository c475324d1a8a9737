import { type Fingerprint, fingerprintOf, likeness } from './fingerprint.ts';
import { findPieces, letterHeightOf, lettersOf, type Piece } from './letters.ts';
import { type Light, lightOf } from './light.ts';
import type { Corners, Doubt, Pixels, Point } from './pixels.ts';
import { lumaOf, type Plane } from './planes.ts';
import { edgeWidthOf } from './sharpness.ts';
import { inkOf } from './tones.ts';

/** What was seen of a sheet, small enough to be kept beside it. */
export interface SheetLook {
  /** From paper to ink, in pixels; null where there is too little on it to say. */
  edgeWidth: number | null;
  /** How light its paper is, 0 to 255. */
  brightness: number;
  /** How many pieces of ink may be letters or words. */
  letters: number;
  /** In pixels; 0 where there are none. */
  letterHeight: number;
  /** On the edge that most letters touch, how many. */
  touching: number;
  fingerprint: Fingerprint;
}

/** Looks at a straightened sheet as the camera saw it, before its tone is changed. */
export function lookAt(sheet: Pixels): SheetLook {
  const luma = lumaOf(sheet);
  const light = lightOf(luma);
  const ink = inkOf(luma, light);
  const letters = lettersOf(findPieces(ink), ink);
  const letterHeight = letterHeightOf(letters);
  const brightness = paperOf(light);
  return {
    edgeWidth: edgeWidthOf(luma, brightness),
    brightness,
    letters: letters.length,
    letterHeight,
    touching: countTouching(letters, letterHeight, ink),
    fingerprint: fingerprintOf(letters, ink),
  };
}

function paperOf({ values }: Light): number {
  const sorted = values.slice().sort();
  return Math.round(sorted[Math.floor(sorted.length * 0.6)] ?? 0);
}

/** As near to the edge, a letter is cut; what is much higher or lower than letters is the table, seen beside a bent edge. */
const TOUCHING_PX = 2;

function countTouching(letters: readonly Piece[], letterHeight: number, { width, height }: Plane): number {
  const isAlike = (length: number) => length >= letterHeight * 0.4 && length <= letterHeight * 2.5;
  const alike = letters.filter(({ top, bottom }) => isAlike(bottom - top));
  const wide = alike.filter(({ left, right }) => right - left >= letterHeight * 0.4);
  return Math.max(
    wide.filter(({ left }) => left < TOUCHING_PX).length,
    wide.filter(({ right }) => right > width - TOUCHING_PX).length,
    alike.filter(({ top }) => top < TOUCHING_PX).length,
    alike.filter(({ bottom }) => bottom > height - TOUCHING_PX).length,
  );
}

const DARK = 80;
const FEW_LETTERS = 12;
const SMALL_LETTERS_PX = 7;
/** Wider edges fill the letters up. */
const BLURRED_PX = 7;
const BLURRED_SHARE = 0.75;
const MANY_TOUCHING = 5;
const ALIKE = 0.81;
/** As near to the photo's edge, as a share of it, a side of the sheet is the photo's own edge. */
const ON_EDGE = 0.006;

/** What to ask whoever took a photo before a sheet is used; `others` are the sheets that were taken before it. */
export function doubtsAbout(look: SheetLook, corners: Corners | null, others: readonly SheetLook[]): Doubt[] {
  const isEmpty = look.letters < FEW_LETTERS;
  const found: Record<Doubt, boolean> = {
    dark: look.brightness < DARK,
    blurred:
      look.edgeWidth !== null && look.edgeWidth > Math.max(BLURRED_PX, look.letterHeight * BLURRED_SHARE),
    'nearly-empty': isEmpty,
    'cut-off': look.touching >= MANY_TOUCHING || (corners !== null && isCut(corners)),
    'small-letters': !isEmpty && look.letterHeight < SMALL_LETTERS_PX,
    'same-again': !isEmpty && others.some((other) => likeness(look.fingerprint, other.fingerprint) >= ALIKE),
  };
  return (Object.keys(found) as Doubt[]).filter((doubt) => found[doubt]);
}

/** Whether some of the sheet's sides are the photo's own; where all are, the whole photo was chosen. */
function isCut(corners: Corners): boolean {
  const isLow = (value: number) => value <= ON_EDGE;
  const isHigh = (value: number) => value >= 1 - ON_EDGE;
  const along = [
    (point: Point) => isLow(point.x),
    (point: Point) => isHigh(point.x),
    (point: Point) => isLow(point.y),
    (point: Point) => isHigh(point.y),
  ].filter((lies) => corners.filter(lies).length >= 2).length;
  return along > 0 && along < 4;
}
