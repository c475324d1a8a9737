const given = process.argv.slice(2);
const words = given.filter((word) => !word.startsWith('--')).map((word) => word.toLowerCase());
const runs = Number(given.find((word) => word.startsWith('--runs='))?.split('=')[1]);

const RUNS_OF_A_BENCHMARK = 20;

/** How often each row is measured where nothing else is said: `--runs=5` asks for fewer. */
export const RUNS = runs || RUNS_OF_A_BENCHMARK;

/** What was measured in a hurry is for whoever asked, and not for docs/benchmark.md. */
export const isKept = RUNS === RUNS_OF_A_BENCHMARK;

/** `npm run bench`, or `npm run bench -- search filter` for the rows whose names hold one of the words. */
export function isAsked(name: string): boolean {
  return words.length === 0 || words.some((word) => name.toLowerCase().includes(word));
}
