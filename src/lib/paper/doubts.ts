import { type Fingerprint, fingerprintOf, likeness } from './fingerprint.ts';
import { findPieces, letterHeightOf, lettersOf, type Piece } from './letters.ts';
import { lightOf } from './light.ts';
import type { Corners, Doubt, Pixels, Point } from './pixels.ts';
import { lumaOf } from './planes.ts';
import { type Sharpness, sharpnessOf } from './sharpness.ts';
import { inkOf } from './tones.ts';

/** What was seen of a sheet: plain data of some 60 kB, which is kept beside the sheet. */
export interface SheetLook {
  sharpness: Sharpness;
  /** How light the sheet's paper is, 0 to 255. */
  brightness: number;
  /** How many pieces of ink may be letters or words of the sheet. */
  letters: number;
  /** How high a letter is, in pixels; 0 where there are none. */
  letterHeight: number;
  /** Whether the sheet has the proportion of A4, a good deal of ink, and so few pixels that its letters run into one another. */
  hasRunTogether: boolean;
  /** How many letters touch the edge that most letters touch. */
  touching: number;
  fingerprint: Fingerprint;
}

/** Looks at a straightened sheet as the camera saw it, before its tone is changed. */
export function lookAt(sheet: Pixels): SheetLook {
  const luma = lumaOf(sheet);
  const ink = inkOf(luma, lightOf(luma));
  const found = findPieces(ink);
  const pieces = lettersOf(found, ink);
  const inner = pieces.filter((piece) => !liesAtEdge(piece, sheet));
  const letterHeight = letterHeightOf(inner);
  // The bars of a code are left out, and so is grain.
  const letters = inner.filter((piece) => isAlike(piece, letterHeight));
  const brightness = brightnessOf(sheet);
  return {
    sharpness: sharpnessOf(luma, letters, letterHeight, brightness),
    brightness,
    letters: letters.length,
    letterHeight,
    hasRunTogether: found.length >= MANY_PIECES && isSmallPage(sheet),
    touching: countTouching(pieces, letterHeight, sheet),
    fingerprint: fingerprintOf(letters, sheet),
  };
}

/** On an A4 page with so long a side, ten-point letters are six pixels high. */
const SMALL_A4_PX = 800;
const NEAR_A4 = 0.01;
/** A page that is bare but for its number has fewer pieces of ink; a page of a few lines has more, be they letters or not. */
const MANY_PIECES = 100;

function isSmallPage({ width, height }: Pixels): boolean {
  const [long, short] = [Math.max(width, height), Math.min(width, height)];
  return long < SMALL_A4_PX && Math.abs(long / short / Math.SQRT2 - 1) < NEAR_A4;
}

/** A piece that is nearer to the edge than this share of the longest side is more often the table than a letter. */
const EDGE_SHARE = 0.015;

function liesAtEdge({ left, top, right, bottom }: Piece, { width, height }: Pixels): boolean {
  const near = Math.max(width, height) * EDGE_SHARE;
  return right < near || bottom < near || left > width - near || top > height - near;
}

function isAlike({ top, bottom }: Piece, letterHeight: number): boolean {
  return bottom - top >= letterHeight * 0.4 && bottom - top <= letterHeight * 2.5;
}

/** This share of a sheet is lighter than the value that is taken for its paper; a few of its pixels are enough to tell. */
const LIGHTER_SHARE = 0.25;
const BRIGHTNESS_STEP = 16;

/** The strongest channel of each pixel counts, because coloured paper is not dark. */
function brightnessOf({ data }: Pixels): number {
  const seen = new Uint8Array(Math.ceil(data.length / 4 / BRIGHTNESS_STEP));
  for (let i = 0, at = 0; i < seen.length; i++, at += 4 * BRIGHTNESS_STEP) {
    seen[i] = Math.max(data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0);
  }
  return seen.sort()[Math.floor(seen.length * (1 - LIGHTER_SHARE))] ?? 0;
}

/** A letter so near to the edge is cut; a piece much thinner than a letter is the table there, seen beside a bent edge. */
const TOUCHING_PX = 2;
const LEAST_WIDTH = 0.4;

function countTouching(pieces: readonly Piece[], letterHeight: number, { width, height }: Pixels): number {
  const letters = pieces.filter((piece) => isAlike(piece, letterHeight));
  const wide = letters.filter(({ left, right }) => right - left >= letterHeight * LEAST_WIDTH);
  return Math.max(
    wide.filter(({ left }) => left < TOUCHING_PX).length,
    wide.filter(({ right }) => right > width - TOUCHING_PX).length,
    letters.filter(({ top }) => top < TOUCHING_PX).length,
    letters.filter(({ bottom }) => bottom > height - TOUCHING_PX).length,
  );
}

const DARK = 80;
const FEW_LETTERS = 12;
/** The height of ten-point letters at some 85 pixels an inch. */
const SMALL_LETTERS_PX = 7;
/** With less sharpness or more smear than this, a program that reads letters read fewer than nine words in ten. */
const LEAST_SHARP = 0.13;
const MOST_SMEAR = 2.5;
const MANY_TOUCHING = 5;
/** Two pages of one form reach 0.81, two photos of one page at least 0.97. */
const ALIKE = 0.9;
/** A side of the sheet that is nearer to the photo's edge than this share of the photo is the photo's own edge. */
const ON_EDGE = 0.006;

/** Returns what to ask the citizen who took a photo before a sheet is used; `others` are the sheets that were taken before it. */
export function doubtsAbout(look: SheetLook, corners: Corners | null, others: readonly SheetLook[]): Doubt[] {
  const isEmpty = look.letters < FEW_LETTERS;
  const { least, smear } = look.sharpness;
  const found: Record<Doubt, boolean> = {
    dark: look.brightness < DARK,
    blurred: !isEmpty && (least < LEAST_SHARP || smear > MOST_SMEAR),
    'nearly-empty': isEmpty && !look.hasRunTogether,
    'cut-off': look.touching >= MANY_TOUCHING || (corners !== null && isCut(corners)),
    'small-letters': look.hasRunTogether || (!isEmpty && look.letterHeight < SMALL_LETTERS_PX),
    'same-again': !isEmpty && others.some((other) => likeness(look.fingerprint, other.fingerprint) >= ALIKE),
  };
  return (Object.keys(found) as Doubt[]).filter((doubt) => found[doubt]);
}

/** Returns whether some of the sheet's sides are the photo's own edges; where all are, the whole photo was chosen. */
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
