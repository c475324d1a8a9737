import { type Edges, turnBetween } from './edges.ts';
import type { Line } from './lines.ts';

/** A line that may be a side of a sheet, with how much of it has an edge of the picture under it. */
export interface Side extends Line {
  /** How many pixels up to each pixel of the line have an edge; from one end of the picture's longest diagonal to the other. */
  seen: Float32Array;
  /** Half of the diagonal, where the line's foot lies. */
  half: number;
  /** Whether the side is the picture's own edge. */
  isEdge: boolean;
}

/** How much of the picture's own edge counts as seen, as the side of a sheet that goes on beyond it: as much speaks for it as against it. */
const HALF_SEEN = 0.5;

/** Returns the picture's own edges as sides: a sheet that does not fit into the picture ends there, too. */
export function edgesOf({ width, height }: { width: number; height: number }): Side[] {
  const half = Math.ceil(Math.hypot(width, height) / 2);
  const seen = Float32Array.from({ length: 2 * half + 2 }, (_, i) => i * HALF_SEEN);
  return [
    { nx: 1, ny: 0, offset: -width / 2 },
    { nx: -1, ny: 0, offset: -width / 2 },
    { nx: 0, ny: 1, offset: -height / 2 },
    { nx: 0, ny: -1, offset: -height / 2 },
  ].map((line) => ({ ...line, seen, half, isEdge: true }));
}

/** An edge lies under a line when it is so near to it and points nearly the same way. */
const NEAR_PX = 2;
const NEAR_TURN = 14;

export function measureSide(edges: Edges, line: Line): Side {
  const { width, height } = edges;
  const half = Math.ceil(Math.hypot(width, height) / 2);
  const seen = new Float32Array(2 * half + 2);
  const own = Math.round((Math.atan2(line.ny, line.nx) / (2 * Math.PI)) * 256) & 255;
  for (let t = -half; t <= half; t++) {
    const x = width / 2 + line.nx * line.offset - line.ny * t;
    const y = height / 2 + line.ny * line.offset + line.nx * t;
    const isSeen = x >= 0 && y >= 0 && x < width && y < height && hasEdge(edges, line, x, y, own);
    seen[t + half + 1] = (seen[t + half] ?? 0) + (isSeen ? 1 : 0);
  }
  return { ...line, seen, half, isEdge: false };
}

function hasEdge(edges: Edges, { nx, ny }: Line, x: number, y: number, own: number): boolean {
  for (let off = -NEAR_PX; off <= NEAR_PX; off++) {
    const [column, row] = [Math.floor(x + nx * off), Math.floor(y + ny * off)];
    if (column < 0 || row < 0 || column >= edges.width || row >= edges.height) continue;
    const at = row * edges.width + column;
    if ((edges.strength[at] ?? 0) > 0 && turnBetween(edges.direction[at] ?? 0, own) <= NEAR_TURN) return true;
  }
  return false;
}

/** Returns how many pixels of the line between two places on it, counted from its foot, have an edge. */
export function seenBetween({ seen, half }: Side, from: number, to: number): number {
  const at = (t: number) => seen[Math.round(Math.max(0, Math.min(2 * half + 1, t + half + 0.5)))] ?? 0;
  return Math.abs(at(to) - at(from));
}
