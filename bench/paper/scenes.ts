import type { Chance } from '../../testing/paper/chance.ts';
import type { TableKind } from '../../testing/paper/tables.ts';
import type { Scene } from '../../testing/paper/take-photo.ts';
import type { SheetKind } from './sheets.ts';

const TABLES: readonly [TableKind, ...TableKind[]] = [
  'plain',
  'wood',
  'wood',
  'tiles',
  'checked',
  'stone',
  'busy',
  'busy',
];

interface Frame {
  columns: number;
  rows: number;
}

/** Returns the scene of a photo as people take them of their papers: each fault is in some of the photos. */
export function anyScene(chance: Chance, seed: number, kind: SheetKind, { columns, rows }: Frame): Scene {
  const often = (share: number) => chance.next() < share;
  const longest = Math.max(columns, rows);
  const isPaper = kind !== 'card';
  return {
    seed,
    columns,
    rows,
    table: chance.pick(TABLES),
    pose: {
      roll: often(0.6) ? chance.between(-12, 12) : chance.between(-40, 40),
      tilt: often(0.4) ? chance.between(0, 12) : chance.between(12, 40),
      towards: chance.between(0, 360),
      fill: kind === 'card' ? chance.between(0.5, 0.85) : chance.between(0.65, 0.96),
      shift: [chance.between(-0.02, 0.02), chance.between(-0.02, 0.02)],
      lens: chance.between(0.7, 1.1),
      curl: isPaper && often(0.35) ? chance.between(3, kind === 'receipt' ? 10 : 16) : 0,
      bent: chance.pick(['left', 'right', 'top', 'bottom']),
    },
    exposure: chance.between(120, 245),
    tint: chance.pick([
      [1, 1, 1],
      [1, 0.95, 0.84],
      [1, 0.9, 0.74],
      [0.92, 0.97, 1],
    ]),
    slope: often(0.5) ? chance.between(0, 0.4) : 0,
    shadow: often(0.45)
      ? {
          angle: chance.between(0, 360),
          distance: chance.between(-0.25, 0.3),
          softness: chance.between(0.01, 0.3),
          left: chance.between(0.4, 0.8),
        }
      : null,
    blurPx: (often(0.2) ? chance.between(1.5, 3) : chance.between(0.5, 1)) * (longest / 1600),
    shakePx: often(0.1) ? chance.between(2, 8) * (longest / 1600) : 0,
    shakeAngle: chance.between(0, 180),
    noise: chance.between(1, 9),
    quality: Math.round(chance.between(60, 95)),
  };
}

/** Returns the scene of a photo taken with care: everything on the sheet can be read. */
export function goodScene(chance: Chance, seed: number, { columns, rows }: Frame): Scene {
  return {
    seed,
    columns,
    rows,
    table: chance.pick(['plain', 'wood', 'stone']),
    pose: {
      roll: chance.between(-6, 6),
      tilt: chance.between(0, 14),
      towards: chance.between(0, 360),
      fill: chance.between(0.82, 0.95),
      shift: [0, 0],
      lens: chance.between(0.75, 1),
      curl: 0,
      bent: 'left',
    },
    exposure: chance.between(150, 240),
    tint: chance.pick([
      [1, 1, 1],
      [1, 0.95, 0.84],
      [0.95, 0.98, 1],
    ]),
    slope: chance.between(0, 0.25),
    shadow:
      chance.next() < 0.3
        ? {
            angle: chance.between(0, 360),
            distance: chance.between(-0.2, 0.3),
            softness: chance.between(0.08, 0.3),
            left: chance.between(0.6, 0.85),
          }
        : null,
    blurPx: chance.between(0.5, 0.9) * (Math.max(columns, rows) / 4000),
    shakePx: 0,
    shakeAngle: 0,
    noise: chance.between(1, 5),
    quality: Math.round(chance.between(80, 95)),
  };
}
