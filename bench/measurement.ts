import type { World } from './world.ts';

/** What docs/benchmark.md says of a figure. */
export interface Row {
  name: string;
  /** The most that it may be, in `unit`. */
  goal: number;
  /** What the goal is held against: the median, unless it holds for every single run. */
  judge?: 'median' | 'max';
  unit: 'ms' | 'kB' | 'MB' | '×' | 'frames' | 'shift' | 'letters' | 'nodes' | 'listeners';
  /** What is measured, and from when to when. */
  how: string;
  /** What only the runs can tell, such as which step was the worst. */
  afterwards?: () => string;
}

export interface Measurement extends Row {
  /** One figure for each of the runs: `RUNS`, or fewer where `how` says why. */
  run(world: World): Promise<number[]>;
}

/** Several rows from the same runs, which are made once, for the first row that is asked for. */
export function rowsOf<Run>(
  runAll: (world: World) => Promise<Run[]>,
  rows: readonly (Row & { figureOf: (run: Run) => number })[],
): Measurement[] {
  let runs: Promise<Run[]> | undefined;
  return rows.map(({ figureOf, ...row }) => ({
    ...row,
    async run(world) {
      runs ??= runAll(world);
      return (await runs).map(figureOf);
    },
  }));
}

/** The same so many times, one after the other. */
export async function repeat<T>(times: number, run: (n: number) => Promise<T>): Promise<T[]> {
  const values: T[] = [];
  while (values.length < times) values.push(await run(values.length));
  return values;
}
