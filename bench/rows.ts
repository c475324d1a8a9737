import type { World } from './world.ts';

const given = process.argv.slice(2);
const words = given.filter((word) => !word.startsWith('--')).map((word) => word.toLowerCase());
const isQuick = given.includes('--quick');
const runs = Number(given.find((word) => word.startsWith('--runs='))?.split('=')[1]);

const RUNS_OF_A_BENCHMARK = 20;
/** Words in the names of the rows that tell most. */
const TELLING = ['first javascript', 'first editable field', 'press:'];

/** How often each row is measured where nothing else is said: `--runs=5` asks for fewer, `--quick` for one. */
export const RUNS = runs || (isQuick ? 1 : RUNS_OF_A_BENCHMARK);

/** What was measured in a hurry is for whoever asked, and not for docs/benchmark.md. */
export const isKept = RUNS === RUNS_OF_A_BENCHMARK;

/** `npm run bench`, or `npm run bench -- search filter` for the rows whose names hold one of the words. */
export function isAsked(name: string): boolean {
  const asked = words.length === 0 && isQuick ? TELLING : words;
  const plain = name.toLowerCase().replaceAll('*', '');
  return asked.length === 0 || asked.some((word) => plain.includes(word));
}

/** What measures rows of docs/benchmark.md, by their names: one figure for each of the runs. */
export type Rows = Readonly<Record<string, (world: World) => Promise<number[]>>>;

/** Several rows from the same runs, which are made once, for the first row that is asked for. */
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

/** The same so many times, one after the other. */
export async function repeat<T>(times: number, run: (n: number) => Promise<T>): Promise<T[]> {
  const values: T[] = [];
  while (values.length < times) values.push(await run(values.length));
  return values;
}
