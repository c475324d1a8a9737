import type { Corners, Pixels, Point } from './pixels.ts';
import { proportionOf } from './proportion.ts';
import { shrink } from './shrink.ts';

/**
 * Returns the sheet as if the camera had been held straight above it, A4 where it is near to that. Its longest side has `longestSide` pixels, or as
 * many as the photo has of it: to invent more would hide that its letters are small.
 */
export function straighten(photo: Pixels, corners: Corners, longestSide: number): Pixels {
  const { width, height } = sizeOf(photo, corners, longestSide);
  const seen = longestIn(photo, corners);
  // From the whole photo one pixel in two or fewer would be read: letters would lose strokes.
  const half = seen >= 2 * Math.max(width, height);
  return sample(
    half ? shrink(photo, Math.max(photo.width, photo.height) / 2) : photo,
    corners,
    width,
    height,
  );
}

function sizeOf(photo: Pixels, corners: Corners, longestSide: number): { width: number; height: number } {
  const proportion = proportionOf(corners, photo);
  const longest = Math.max(1, Math.min(longestSide, longestIn(photo, corners)));
  const [width, height] = proportion > 1 ? [longest, longest / proportion] : [longest * proportion, longest];
  return { width: Math.max(1, Math.round(width)), height: Math.max(1, Math.round(height)) };
}

/** Returns the length of the longest of the sheet's sides on the photo, in pixels. */
function longestIn({ width, height }: Pixels, corners: Corners): number {
  const lengthOf = (from: Point, to: Point) => Math.hypot((to.x - from.x) * width, (to.y - from.y) * height);
  return Math.max(
    lengthOf(corners[0], corners[1]),
    lengthOf(corners[1], corners[2]),
    lengthOf(corners[2], corners[3]),
    lengthOf(corners[3], corners[0]),
  );
}

/** Nine numbers, row by row, that take a place of one plane to the place of another that is seen through the same eye. */
type Homography = readonly [number, number, number, number, number, number, number, number, number];

/** Returns the homography that takes the unit square, from its top left corner on, to four corners of which no three lie on a line (Heckbert 1989). */
export function fromUnitSquare([a, b, c, d]: Corners): Homography {
  const [dx1, dy1] = [b.x - c.x, b.y - c.y];
  const [dx2, dy2] = [d.x - c.x, d.y - c.y];
  const [sx, sy] = [a.x - b.x + c.x - d.x, a.y - b.y + c.y - d.y];
  const cross = dx1 * dy2 - dx2 * dy1;
  const g = (sx * dy2 - dx2 * sy) / cross;
  const h = (dx1 * sy - sx * dy1) / cross;
  return [
    b.x - a.x + g * b.x,
    d.x - a.x + h * d.x,
    a.x,
    b.y - a.y + g * b.y,
    d.y - a.y + h * d.y,
    a.y,
    g,
    h,
    1,
  ];
}

/** Takes each pixel of the sheet from the four of the photo that lie around its place. */
function sample(photo: Pixels, corners: Corners, width: number, height: number): Pixels {
  const { data: from, width: rowLength } = photo;
  const data = new Uint8ClampedArray(width * height * 4);
  const [a, b, c, d, e, f, g, h, i] = fromUnitSquare(corners);
  const [lastX, lastY] = [photo.width - 1, photo.height - 1];
  let to = 0;
  for (let y = 0; y < height; y++) {
    const v = (y + 0.5) / height;
    for (let x = 0; x < width; x++) {
      const u = (x + 0.5) / width;
      const depth = g * u + h * v + i;
      const sourceX = Math.min(lastX, Math.max(0, ((a * u + b * v + c) / depth) * photo.width - 0.5));
      const sourceY = Math.min(lastY, Math.max(0, ((d * u + e * v + f) / depth) * photo.height - 0.5));
      const left = sourceX | 0;
      const top = sourceY | 0;
      const right = sourceX - left;
      const low = sourceY - top;
      const at = (top * rowLength + left) * 4;
      const next = left < lastX ? 4 : 0;
      const below = top < lastY ? rowLength * 4 : 0;
      for (let channel = 0; channel < 3; channel++) {
        const here = at + channel;
        const upper = (from[here] ?? 0) * (1 - right) + (from[here + next] ?? 0) * right;
        const lower = (from[here + below] ?? 0) * (1 - right) + (from[here + below + next] ?? 0) * right;
        data[to++] = upper * (1 - low) + lower * low;
      }
      data[to++] = 255;
    }
  }
  return { width, height, data };
}
