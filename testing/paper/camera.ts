import type { Corners } from '../../src/lib/paper/pixels.ts';

/** How a camera is held above a sheet. The sheet's middle is the place (0, 0) of the table; lengths are in mm, angles in degrees. */
export interface Pose {
  /** The sheet's own size. */
  width: number;
  height: number;
  /** How the sheet lies turned in the picture. */
  roll: number;
  /** How far the camera leans, and to which side. */
  tilt: number;
  towards: number;
  /** How much of the picture's width or height the sheet takes, whichever is more; over 1 it does not fit. */
  fill: number;
  /** How far the sheet's middle lies from the picture's, as a share of the picture. */
  shift: readonly [number, number];
  /** The focal length, in longest sides of the picture. */
  lens: number;
  /** How high the bent edge of the sheet stands. */
  curl: number;
  bent: 'left' | 'right' | 'top' | 'bottom';
}

/** Where a line of sight meets the table or the sheet. */
export interface Met {
  x: number;
  y: number;
  onSheet: boolean;
}

export interface Camera {
  /** Finds what is seen at a pixel. Writes into `met` instead of making an object, since there are millions of pixels. */
  lookThrough(column: number, row: number, met: Met): void;
  corners: Corners;
}

type Vector = readonly [number, number, number];

/** From this share of the way across, the sheet bends up. */
const BENDS_FROM = 0.55;

function liftAt({ width, height, curl, bent }: Pose, x: number, y: number): number {
  const across = bent === 'left' || bent === 'right' ? x / width + 0.5 : y / height + 0.5;
  const share = bent === 'left' || bent === 'top' ? 1 - across : across;
  const beyond = Math.min(1, Math.max(0, (share - BENDS_FROM) / (1 - BENDS_FROM)));
  return curl * beyond * beyond;
}

/** Places a pinhole camera above a sheet: each pixel's line of sight is followed until it meets the sheet or the table. */
export function placeCamera(pose: Pose, columns: number, rows: number): Camera {
  const [right, down, into] = axesOf(pose);
  const focal = pose.lens * Math.max(columns, rows);
  const project = (at: Vector, x: number, y: number): [number, number] => {
    const z = -liftAt(pose, x, y);
    const place = [0, 1, 2].map(
      (i) => (right[i] ?? 0) * x + (down[i] ?? 0) * y + (into[i] ?? 0) * z + (at[i] ?? 0),
    );
    const depth = place[2] ?? 1;
    return [columns / 2 + (focal * (place[0] ?? 0)) / depth, rows / 2 + (focal * (place[1] ?? 0)) / depth];
  };
  const cornersFrom = (at: Vector) =>
    (
      [
        [-0.5, -0.5],
        [0.5, -0.5],
        [0.5, 0.5],
        [-0.5, 0.5],
      ] as const
    ).map(([u, v]) => project(at, u * pose.width, v * pose.height));
  const at = settle(pose, columns, rows, focal, cornersFrom);
  const corners = cornersFrom(at).map(([x, y]) => ({ x: x / columns, y: y / rows })) as unknown as Corners;
  const plane = dot(into, at);
  const [offX, offY] = [dot(right, at), dot(down, at)];
  return {
    corners,
    lookThrough(column, row, met) {
      const x = (column + 0.5 - columns / 2) / focal;
      const y = (row + 0.5 - rows / 2) / focal;
      const slope = into[0] * x + into[1] * y + into[2];
      const alongX = right[0] * x + right[1] * y + right[2];
      const alongY = down[0] * x + down[1] * y + down[2];
      // The line meets the bent sheet at the height that the sheet has there; each guess comes nearer.
      for (let guess = 0, lift = 0; guess < (pose.curl > 0 ? 5 : 1); guess++) {
        const far = (plane - lift) / slope;
        met.x = far * alongX - offX;
        met.y = far * alongY - offY;
        lift = liftAt(pose, clampTo(met.x, pose.width / 2), clampTo(met.y, pose.height / 2));
      }
      met.onSheet = Math.abs(met.x) <= pose.width / 2 && Math.abs(met.y) <= pose.height / 2;
      if (met.onSheet || pose.curl === 0) return;
      met.x = (plane / slope) * alongX - offX;
      met.y = (plane / slope) * alongY - offY;
    },
  };
}

const clampTo = (value: number, most: number) => Math.max(-most, Math.min(most, value));
const dot = (a: Vector, b: Vector) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];

/** The sheet's right, its down and the direction into the table, as the camera sees them: turned, then leaned about a line in the picture. */
function axesOf({ roll, tilt, towards }: Pose): [Vector, Vector, Vector] {
  const [r, t, a] = [roll, tilt, towards].map((degrees) => (degrees * Math.PI) / 180) as [
    number,
    number,
    number,
  ];
  const lean = ([x, y, z]: Vector): Vector => {
    const along = x * Math.cos(a) + y * Math.sin(a);
    const beside = -x * Math.sin(a) + y * Math.cos(a);
    const [leant, deep] = [beside * Math.cos(t) - z * Math.sin(t), beside * Math.sin(t) + z * Math.cos(t)];
    return [along * Math.cos(a) - leant * Math.sin(a), along * Math.sin(a) + leant * Math.cos(a), deep];
  };
  return [lean([Math.cos(r), Math.sin(r), 0]), lean([-Math.sin(r), Math.cos(r), 0]), lean([0, 0, 1])];
}

/** Finds the place of the sheet at which it fills as much of the picture, and lies where the pose says. */
function settle(
  { width, height, fill, shift }: Pose,
  columns: number,
  rows: number,
  focal: number,
  cornersFrom: (at: Vector) => (readonly [number, number])[],
): Vector {
  let at: Vector = [
    0,
    0,
    (focal * Math.max(width, height)) / Math.min(columns, rows) + Math.max(width, height),
  ];
  for (let turn = 0; turn < 40; turn++) {
    const corners = cornersFrom(at);
    const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
    const [left, end] = [Math.min(...xs), Math.max(...xs)];
    const [top, low] = [Math.min(...ys), Math.max(...ys)];
    const share = Math.max((end - left) / columns, (low - top) / rows) / fill;
    const depth = at[2] * share ** 0.8;
    at = [
      (at[0] / at[2]) * depth + (((0.5 + shift[0]) * columns - (left + end) / 2) * depth) / focal,
      (at[1] / at[2]) * depth + (((0.5 + shift[1]) * rows - (top + low) / 2) * depth) / focal,
      depth,
    ];
  }
  return at;
}
