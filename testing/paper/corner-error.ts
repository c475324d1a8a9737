import type { Corners, Pixels, Point } from '../../src/lib/paper/pixels.ts';

/** Returns how far the found corners lie from the true ones: the mean distance, as a share of the sheet's width in the photo. */
export function cornerError(
  found: Corners,
  truth: Corners,
  { width, height }: Pick<Pixels, 'width' | 'height'>,
): number {
  const distance = (a: Point, b: Point) => Math.hypot((a.x - b.x) * width, (a.y - b.y) * height);
  const wide = (distance(truth[0], truth[1]) + distance(truth[3], truth[2])) / 2;
  const away = found.map((corner, i) => distance(corner, truth[i] ?? corner));
  return away.reduce((sum, each) => sum + each, 0) / away.length / wide;
}
