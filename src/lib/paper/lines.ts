import { type Edges, turnBetween } from './edges.ts';

/** The places (x, y) with x · nx + y · ny = offset, in pixels from the picture's middle; (nx, ny) points to what is lighter. */
export interface Line {
  nx: number;
  ny: number;
  offset: number;
}

/** The steps of a whole turn in Hough's table, and how many pixels share a column of it. */
const TURN = 256;
const STEP_PX = 1.5;
/** An edge votes for lines that are turned from its own direction by up to so many steps: noise turns it a little. */
const VOTE_TURN = 3;
/** Two peaks nearer to each other than this are one line. */
const APART_TURN = 3;
const APART_STEPS = 4;
/** A line with fewer votes than this share of the picture's shorter side is not a sheet's. */
const LEAST_SHARE = 0.045;
const MOST_LINES = 44;
/** The strength at which an edge has half a vote, in steps of light: a sharp edge may not outvote a long one. */
const HALF_VOTE = 8;

const COS = Float64Array.from({ length: TURN }, (_, turn) => Math.cos((turn / TURN) * 2 * Math.PI));
const SIN = Float64Array.from({ length: TURN }, (_, turn) => Math.sin((turn / TURN) * 2 * Math.PI));

/** Finds the straight lines that most edges lie on, the strongest first (Hough's transform, by each edge's own direction). */
export function findLines(edges: Edges): Line[] {
  const { width, height } = edges;
  const half = Math.ceil(Math.hypot(width, height) / 2 / STEP_PX) + APART_STEPS;
  const columns = 2 * half + 1;
  const votes = countVotes(edges, half, columns);
  const least = Math.min(width, height) * LEAST_SHARE;
  const peaks: { at: number; votes: number }[] = [];
  for (let turn = 0; turn < TURN; turn++) {
    for (let column = APART_STEPS; column < columns - APART_STEPS; column++) {
      const at = turn * columns + column;
      const here = votes[at] ?? 0;
      if (here >= least && isPeak(votes, turn, column, columns)) peaks.push({ at, votes: here });
    }
  }
  peaks.sort((a, b) => b.votes - a.votes);
  return peaks.slice(0, MOST_LINES).map(({ at }) => {
    const turn = Math.floor(at / columns);
    const line = { nx: COS[turn] ?? 0, ny: SIN[turn] ?? 0, offset: ((at % columns) - half) * STEP_PX };
    return fitLine(edges, fitLine(edges, line));
  });
}

function countVotes({ width, height, strength, direction, places }: Edges, half: number, columns: number) {
  const votes = new Float32Array(TURN * columns);
  for (const place of places) {
    const x = (place % width) + 0.5 - width / 2;
    const y = Math.floor(place / width) + 0.5 - height / 2;
    const weight = (strength[place] ?? 0) / ((strength[place] ?? 0) + HALF_VOTE);
    const own = direction[place] ?? 0;
    for (let off = -VOTE_TURN; off <= VOTE_TURN; off++) {
      const turn = (own + off) & (TURN - 1);
      const exact = (x * (COS[turn] ?? 0) + y * (SIN[turn] ?? 0)) / STEP_PX + half;
      const column = Math.floor(exact);
      const at = turn * columns + column;
      const share = exact - column;
      votes[at] = (votes[at] ?? 0) + weight * (1 - share);
      votes[at + 1] = (votes[at + 1] ?? 0) + weight * share;
    }
  }
  return votes;
}

function isPeak(votes: Float32Array, turn: number, column: number, columns: number): boolean {
  const here = votes[turn * columns + column] ?? 0;
  for (let off = -APART_TURN; off <= APART_TURN; off++) {
    const row = ((turn + off) & (TURN - 1)) * columns;
    for (let step = -APART_STEPS; step <= APART_STEPS; step++) {
      const there = votes[row + column + step] ?? 0;
      if (there > here) return false;
      // Of two equal peaks the first counts.
      if (there === here && (off < 0 || (off === 0 && step < 0))) return false;
    }
  }
  return true;
}

const FIT_PX = 3;
const FIT_TURN = 9;

/** Returns the line through the edges near this one for which the sum of their squared distances is least. */
function fitLine({ width, height, strength, direction, places }: Edges, line: Line): Line {
  const own = Math.round((Math.atan2(line.ny, line.nx) / (2 * Math.PI)) * TURN) & (TURN - 1);
  let [sum, sumX, sumY, sumXX, sumXY, sumYY] = [0, 0, 0, 0, 0, 0];
  for (const place of places) {
    if (turnBetween(direction[place] ?? 0, own) > FIT_TURN) continue;
    const x = (place % width) + 0.5 - width / 2;
    const y = Math.floor(place / width) + 0.5 - height / 2;
    if (Math.abs(x * line.nx + y * line.ny - line.offset) > FIT_PX) continue;
    const weight = (strength[place] ?? 0) / ((strength[place] ?? 0) + HALF_VOTE);
    sum += weight;
    sumX += weight * x;
    sumY += weight * y;
    sumXX += weight * x * x;
    sumXY += weight * x * y;
    sumYY += weight * y * y;
  }
  if (sum === 0) return line;
  const [meanX, meanY] = [sumX / sum, sumY / sum];
  const [xx, xy, yy] = [sumXX / sum - meanX ** 2, sumXY / sum - meanX * meanY, sumYY / sum - meanY ** 2];
  const along = Math.atan2(2 * xy, xx - yy) / 2;
  const sign = -Math.sin(along) * line.nx + Math.cos(along) * line.ny < 0 ? -1 : 1;
  const [nx, ny] = [-Math.sin(along) * sign, Math.cos(along) * sign];
  return { nx, ny, offset: nx * meanX + ny * meanY };
}
