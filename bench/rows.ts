import { parseArgs } from 'node:util';
import type { World } from './world.ts';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { quick: { type: 'boolean', default: false }, runs: { type: 'string' } },
});

const RUNS_OF_A_BENCHMARK = 10;
/** `--quick` measures the rows whose names hold one of these words. */
const QUICK_ROWS = ['first javascript', 'first editable field', 'press:'];

/** How often each row is measured. `--runs=5` asks for fewer, `--quick` for one. */
export const RUNS = Number(options.runs) || (options.quick ? 1 : RUNS_OF_A_BENCHMARK);

/** How often is measured what hardly differs from run to run. */
export const FEW_RUNS = Math.min(3, RUNS);

/** Only a run of full length is written into docs/benchmark.md. */
export const isKept = RUNS === RUNS_OF_A_BENCHMARK;

const words = positionals.length === 0 && options.quick ? QUICK_ROWS : positionals;

/** `npm run bench` measures every row, `npm run bench -- search filter` those whose names hold one of the words. */
export function isAsked(name: string): boolean {
  const plain = name.toLowerCase().replaceAll('*', '');
  return words.length === 0 || words.some((word) => plain.includes(word.toLowerCase()));
}

/** The rows of docs/benchmark.md by their names. Each function returns one figure for each run. */
export type Rows = Readonly<Record<string, (world: World) => Promise<number[]>>>;

/** Makes several rows from the same runs, which take place once, when the first of the rows is asked for. */
export function rowsOf<Run>(
  runAll: (world: World) => Promise<Run[]>,
  figures: Readonly<Record<string, (run: Run) => number>>,
): Rows {
  let runs: Promise<Run[]> | undefined;
  const rowOf = (figureOf: (run: Run) => number) => async (world: World) => {
    runs ??= runAll(world);
    return (await runs).map(figureOf);
  };
  return Object.fromEntries(Object.entries(figures).map(([name, figureOf]) => [name, rowOf(figureOf)]));
}
