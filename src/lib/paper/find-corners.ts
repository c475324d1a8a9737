import { findEdges } from './edges.ts';
import { findLines } from './lines.ts';
import type { Corners, Pixels, Point } from './pixels.ts';
import { findQuads, type Quad } from './quads.ts';
import { shrink } from './shrink.ts';
import { edgesOf, measureSide } from './sides.ts';

/** Corners are looked for on a copy with so long a side: they need not be exact to a hundredth of it. */
const WORK_SIDE_PX = 512;
/** What has to speak for a figure before it is taken for a sheet: edges under each side and under all sides, and its share of the picture. */
interface Proof {
  side: number;
  all: number;
  area: number;
}

/** At the size at which corners are looked for, a page's letters are thinner than this. */
const LETTERS_PX = 4;
/** The first pass leaves letters out. The second keeps them: a white sheet on a white table is seen by its narrow shadow alone, which is as thin. */
const PASSES: readonly { radius: number; proof: Proof }[] = [
  { radius: LETTERS_PX, proof: { side: 0.4, all: 0.7, area: 0.06 } },
  { radius: 0, proof: { side: 0.6, all: 0.85, area: 0.12 } },
];
/** Lines that go on beyond their corners belong to a table: to its tiles, its squares. */
const MOST_BEYOND = 0.3;
/** A side past which both sides beside it go on is a line of print. */
const MOST_PAST = 0.6;
/** Of a sheet that is cut off three sides are seen, which prove less than four. */
const PROOF_OF_CUT: Proof = { side: 0.6, all: 0.85, area: 0.25 };

/** A figure smaller than this share of the picture may be a picture on the sheet: then the second pass is made, too. */
const SURE_AREA = 0.12;

/** Returns where a sheet lies on a photo; null where that is not clear, since wrong corners are more work for the citizen than none. */
export function findCorners(photo: Pixels): Corners | null {
  const small = shrink(photo, WORK_SIDE_PX);
  let best: Quad | null = null;
  for (const { radius, proof } of PASSES) {
    const edges = findEdges(small, radius);
    const sides = findLines(edges).map((line) => measureSide(edges, line));
    const quad = pickQuad(findQuads([...sides, ...edgesOf(small)], small));
    if (!quad || !isClear(quad, quad.isCut ? PROOF_OF_CUT : proof)) continue;
    if (!best || quad.score > best.score) best = quad;
    if (!best.isCut && best.area >= SURE_AREA) break;
  }
  return best && asRead(best, small);
}

function isClear({ leastSeen, seen, beyond, past, area }: Quad, proof: Proof): boolean {
  const isSeen = leastSeen >= proof.side && seen >= proof.all && area >= proof.area;
  return isSeen && beyond <= MOST_BEYOND && past <= MOST_PAST;
}

/** Picks the best figure, or a cut-off sheet around it: a form's own frame has four sides, such a sheet only three. */
function pickQuad(quads: readonly Quad[]): Quad | undefined {
  const [best] = quads;
  const around = quads.find(
    (each) => each.isCut && isClear(each, PROOF_OF_CUT) && best && surrounds(each, best),
  );
  return around ?? best;
}

/** The sides of a frame lie at least so far within those of the sheet. */
const WITHIN_PX = 5;

function surrounds({ corners }: Quad, inner: Quad): boolean {
  return corners.every(([x, y], i) => {
    const [nextX, nextY] = corners[(i + 1) % 4] ?? [x, y];
    const [oppositeX, oppositeY] = corners[(i + 2) % 4] ?? [x, y];
    const length = Math.hypot(nextX - x, nextY - y);
    const away = (px: number, py: number) => ((nextX - x) * (py - y) - (nextY - y) * (px - x)) / length;
    const sense = Math.sign(away(oppositeX, oppositeY));
    return inner.corners.every(([px, py]) => sense * away(px, py) >= WITHIN_PX);
  });
}

/** Returns the corners from the top left one on, as one reads a sheet that was turned by less than an eighth of a turn. */
function asRead({ corners }: Quad, { width, height }: Pixels): Corners {
  const points = corners.map(([x, y]) => ({ x: clamp(x / width + 0.5), y: clamp(y / height + 0.5) }));
  const isClockwise = turnsRight(points);
  const round = isClockwise ? points : points.slice().reverse();
  // The side that leads most to the right is the top.
  const [first] = round
    .map((_, i) => i)
    .sort((i, j) => leadsRight(round, j, width, height) - leadsRight(round, i, width, height));
  const at = (i: number): Point => round[((first ?? 0) + i) % 4] ?? { x: 0, y: 0 };
  return [at(0), at(1), at(2), at(3)];
}

const clamp = (value: number) => Math.max(0, Math.min(1, value));

function turnsRight(points: readonly Point[]): boolean {
  const area = points.reduce((sum, { x, y }, i) => {
    const next = points[(i + 1) % points.length] ?? { x, y };
    return sum + x * next.y - next.x * y;
  }, 0);
  return area > 0;
}

/** Returns the cosine of the angle between a side and the picture's own top. */
function leadsRight(points: readonly Point[], i: number, width: number, height: number): number {
  const [from, to] = [points[i], points[(i + 1) % points.length]];
  if (!from || !to) return 0;
  const [dx, dy] = [(to.x - from.x) * width, (to.y - from.y) * height];
  return dx / Math.hypot(dx, dy);
}
