import type { Corners, Pixels } from '../../src/lib/paper/pixels.ts';
import { type Met, type Pose, placeCamera } from './camera.ts';
import { createChance, noiseAt } from './chance.ts';
import { type Develop, develop } from './develop.ts';
import { type TableKind, tableOf } from './tables.ts';

/** A shadow whose edge lies across the picture. Lengths are shares of the picture's longest side, the angle is in degrees. */
interface Shadow {
  angle: number;
  /** The distance of its edge from the picture's middle. */
  distance: number;
  softness: number;
  /** How much light is left in the shadow. */
  left: number;
}

/** What a photo of a sheet is made of; the same scene is the same photo. */
export interface Scene extends Develop {
  seed: number;
  columns: number;
  rows: number;
  pose: Omit<Pose, 'width' | 'height'>;
  table: TableKind;
  /** How light white paper is in the picture, 0 to 255. */
  exposure: number;
  /** The lamp's colour. */
  tint: readonly [number, number, number];
  /** How much less light falls on one side than on the other. */
  slope: number;
  shadow: Shadow | null;
}

/** A sheet to be photographed, and its width in mm. */
export interface PrintedSheet {
  picture: Pixels;
  widthMm: number;
}

export interface TakenPhoto {
  photo: Pixels;
  /** Where the sheet's corners truly are. */
  corners: Corners;
}

/** How much light white paper reflects: it is never as white as a screen. */
const PAPER = 0.96;
/** How far a sheet darkens the table beside it, in mm. */
const CONTACT_MM = 3;

export function takePhoto({ picture, widthMm }: PrintedSheet, scene: Scene): TakenPhoto {
  const { columns, rows, seed } = scene;
  const pose = { ...scene.pose, width: widthMm, height: (widthMm * picture.height) / picture.width };
  const camera = placeCamera(pose, columns, rows);
  const table = tableOf(scene.table, seed);
  const lightAt = lightOf(scene);
  const data = new Uint8ClampedArray(columns * rows * 4);
  const met: Met = { x: 0, y: 0, onSheet: false };
  const colour: [number, number, number] = [0, 0, 0];
  const { sheet, perMm } = fitSheet(picture, widthMm, camera.corners, columns);
  for (let row = 0, to = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      camera.lookThrough(column, row, met);
      if (met.onSheet)
        readSheet(sheet, (met.x + pose.width / 2) * perMm, (met.y + pose.height / 2) * perMm, colour);
      else table(met.x, met.y, colour);
      const beside = met.onSheet ? 1 : contact(met, pose.width / 2, pose.height / 2);
      const light = lightAt(column, row) * beside * (met.onSheet ? PAPER : 1);
      for (let channel = 0; channel < 3; channel++)
        data[to++] = (colour[channel] ?? 0) * light * (scene.tint[channel] ?? 1);
      data[to++] = 255;
    }
  }
  return {
    photo: develop({ width: columns, height: rows, data }, scene, createChance(seed + 1)),
    corners: camera.corners,
  };
}

function contact({ x, y }: Met, halfWidth: number, halfHeight: number): number {
  const acrossMm = Math.max(0, Math.abs(x) - halfWidth);
  const downMm = Math.max(0, Math.abs(y) - halfHeight);
  const squared = acrossMm * acrossMm + downMm * downMm;
  return squared > CONTACT_MM ** 2 ? 1 : 0.78 + (0.22 * Math.sqrt(squared)) / CONTACT_MM;
}

function lightOf({
  columns,
  rows,
  exposure,
  slope,
  shadow,
  seed,
}: Scene): (column: number, row: number) => number {
  const longest = Math.max(columns, rows);
  const towards = createChance(seed + 2).between(0, 2 * Math.PI);
  const [slopeX, slopeY] = [Math.cos(towards) * slope, Math.sin(towards) * slope];
  const angle = ((shadow?.angle ?? 0) * Math.PI) / 180;
  const [acrossX, acrossY] = [Math.cos(angle), Math.sin(angle)];
  return (column, row) => {
    const [x, y] = [(column - columns / 2) / longest, (row - rows / 2) / longest];
    const even = (exposure / 255) * (1 - slope / 2 + slopeX * x + slopeY * y) * (1 - 0.25 * (x * x + y * y));
    if (!shadow) return even;
    // The shadow of a hand or a head has no straight edge.
    const wave = 0.05 * (noiseAt(x * 6, y * 6, seed) - 0.5);
    const into = (x * acrossX + y * acrossY - shadow.distance + wave) / Math.max(0.002, shadow.softness);
    const share = Math.min(1, Math.max(0, into + 0.5));
    return even * (1 - (1 - shadow.left) * share * share * (3 - 2 * share));
  };
}

/** Shrinks the sheet to about the pixels that the photo can show, so that the camera skips none. */
function fitSheet(picture: Pixels, widthMm: number, corners: Corners, columns: number) {
  const seen = Math.max(1, Math.hypot(corners[1].x - corners[0].x, 0) * columns);
  let sheet = picture;
  while (sheet.width > seen * 1.6 && sheet.width > 64) sheet = halve(sheet);
  return { sheet, perMm: sheet.width / widthMm };
}

function halve({ width, height, data }: Pixels): Pixels {
  const [columns, rows] = [width >> 1, height >> 1];
  const half = new Uint8ClampedArray(columns * rows * 4);
  for (let y = 0, to = 0; y < rows; y++) {
    for (let x = 0; x < columns; x++) {
      const at = (2 * y * width + 2 * x) * 4;
      for (let here = at; here < at + 4; here++) {
        const upper = (data[here] ?? 0) + (data[here + 4] ?? 0);
        const lower = (data[here + width * 4] ?? 0) + (data[here + width * 4 + 4] ?? 0);
        half[to++] = (upper + lower) / 4;
      }
    }
  }
  return { width: columns, height: rows, data: half };
}

function readSheet(
  { width, height, data }: Pixels,
  x: number,
  y: number,
  colour: [number, number, number],
): void {
  const exactX = Math.min(width - 1, Math.max(0, x - 0.5));
  const exactY = Math.min(height - 1, Math.max(0, y - 0.5));
  const [left, top] = [exactX | 0, exactY | 0];
  const [u, v] = [exactX - left, exactY - top];
  const at = (top * width + left) * 4;
  const next = left + 1 < width ? 4 : 0;
  const below = top + 1 < height ? width * 4 : 0;
  for (let channel = 0; channel < 3; channel++) {
    const here = at + channel;
    const upper = (data[here] ?? 0) * (1 - u) + (data[here + next] ?? 0) * u;
    const lower = (data[here + below] ?? 0) * (1 - u) + (data[here + below + next] ?? 0) * u;
    colour[channel] = upper * (1 - v) + lower * v;
  }
}
