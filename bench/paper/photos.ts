import { createChance } from '../../testing/paper/chance.ts';
import { type Scene, type TakenPhoto, takePhoto } from '../../testing/paper/take-photo.ts';
import { anyScene } from './scenes.ts';
import type { Printed, SheetKind } from './sheets.ts';

export interface CornerPhoto extends TakenPhoto {
  kind: SheetKind;
  scene: Scene;
}

const PHOTOS = 200;
const KINDS: readonly SheetKind[] = ['letter', 'letter', 'form', 'receipt', 'card'];
/** Corners are looked for on a copy of 512 pixels: a larger photo would only take longer to make. */
const FRAME = { columns: 1024, rows: 768 };

/** Of each four photos one is kept aside while the code is tuned, and looked at once at the end. */
export const isKeptAside = (number: number) => number % 4 === 3;

export const NUMBERS = Array.from({ length: PHOTOS }, (_, number) => number);

export function takeNumber(number: number, seed: number, sheets: readonly Printed[]): CornerPhoto {
  const chance = createChance(seed * 7919 + number);
  const kind = KINDS[number % KINDS.length] ?? 'letter';
  const sheet = pickSheet(chance.next(), kind, sheets);
  const isUpright = chance.next() < 0.7 && kind !== 'card';
  const frame = isUpright ? { columns: FRAME.rows, rows: FRAME.columns } : FRAME;
  const scene = anyScene(chance, seed * 1000 + number, kind, frame);
  return { kind, scene, ...takePhoto(sheet, scene) };
}

export function pickSheet(share: number, kind: SheetKind, sheets: readonly Printed[]): Printed {
  const own = sheets.filter((sheet) => sheet.kind === kind);
  const sheet = own[Math.floor(share * own.length)];
  if (!sheet) throw new Error(`No ${kind} was printed.`);
  return sheet;
}
