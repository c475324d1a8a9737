import type { World } from './world.ts';

/** One row of docs/benchmark.md. */
export interface Measurement {
  name: string;
  /** The most that the median may be, in `unit`; null where nobody has set one. */
  goal: number | null;
  /** What the goal is held against: the median, unless it holds for every single run. */
  judge?: 'median' | 'max';
  unit: 'ms' | 's' | 'kB' | 'MiB' | '×' | 'frames' | 'shift' | 'letters';
  /** What is measured, and from when to when. */
  how: string;
  /** What only the runs can tell, such as which step was the worst. */
  afterwards?: () => string;
  /** One figure for each of the runs: `RUNS`, or fewer where `how` says why. */
  run(world: World): Promise<number[]>;
}

export interface Figures {
  median: number;
  /** What nine of ten runs stay below. */
  p90: number;
  min: number;
  max: number;
}

export function figuresOf(values: readonly number[]): Figures {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
  const middle = ((sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.NaN) + at(0.5)) / 2;
  return { median: middle, p90: at(0.9), min: at(0), max: sorted.at(-1) ?? Number.NaN };
}
