import type { World } from './world.ts';

const given = process.argv.slice(2);
const words = given.filter((word) => !word.startsWith('--')).map((word) => word.toLowerCase());
const isQuick = given.includes('--quick');
const runs = Number(given.find((word) => word.startsWith('--runs='))?.split('=')[1]);

const RUNS_OF_A_BENCHMARK = 20;
/** `--quick` measures the rows whose names hold one of these words. */
const QUICK_ROWS = ['first javascript', 'first editable field', 'press:'];

/** How often each row is measured. `--runs=5` asks for fewer, `--quick` for one. */
export const RUNS = runs || (isQuick ? 1 : RUNS_OF_A_BENCHMARK);

/** Only a run of full length is written into docs/benchmark.md. */
export const isKept = RUNS === RUNS_OF_A_BENCHMARK;

/** `npm run bench` measures every row, `npm run bench -- search filter` those whose names hold one of the words. */
export function isAsked(name: string): boolean {
  const asked = words.length === 0 && isQuick ? QUICK_ROWS : words;
  const plain = name.toLowerCase().replaceAll('*', '');
  return asked.length === 0 || asked.some((word) => plain.includes(word));
}

/** The rows of docs/benchmark.md by their names. Each function returns one figure for each run. */
export type Rows = Readonly<Record<string, (world: World) => Promise<number[]>>>;

/** Makes several rows from the same runs, which take place once, when the first of the rows is asked for. */
export function rowsOf<Run>(
  runAll: (world: World) => Promise<Run[]>,
  figures: Readonly<Record<string, (run: Run) => number>>,
): Rows {
  let runs: Promise<Run[]> | undefined;
  const rows = Object.entries(figures).map(([name, figureOf]) => {
    const measure = async (world: World) => {
      runs ??= runAll(world);
      return (await runs).map(figureOf);
    };
    return [name, measure] as const;
  });
  return Object.fromEntries(rows);
}

/** Runs the function this many times, one after the other. */
export async function repeat<T>(times: number, run: (n: number) => Promise<T>): Promise<T[]> {
  const values: T[] = [];
  while (values.length < times) values.push(await run(values.length));
  return values;
}
