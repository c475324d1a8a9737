const given = process.argv.slice(2);
const words = given.filter((word) => !word.startsWith('--')).map((word) => word.toLowerCase());
const isQuick = given.includes('--quick');
const runs = Number(given.find((word) => word.startsWith('--runs='))?.split('=')[1]);

const RUNS_OF_A_BENCHMARK = 20;
const RUNS_IN_A_HURRY = 1;
/** Words in the names of the rows that tell most. */
const TELLING = ['first javascript', 'first editable field', 'blank', 'shift', 'press:'];

/** How often each row is measured where nothing else is said: `--runs=5` asks for fewer, `--quick` for one. */
export const RUNS = runs || (isQuick ? RUNS_IN_A_HURRY : RUNS_OF_A_BENCHMARK);

/** What was measured in a hurry is for whoever asked, and not for docs/benchmark.md. */
export const isKept = RUNS === RUNS_OF_A_BENCHMARK;

/** `npm run bench`, or `npm run bench -- search filter` for the rows whose names hold one of the words. */
export function isAsked(name: string): boolean {
  const asked = words.length === 0 && isQuick ? TELLING : words;
  const plain = name.toLowerCase().replaceAll('*', '');
  return asked.length === 0 || asked.some((word) => plain.includes(word));
}
