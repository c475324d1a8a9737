import { execFileSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { findMutants, type Mutant } from './find-mutants.ts';
import { nearestTests, readImporters } from './nearest-tests.ts';
import { makeScratchCopy } from './scratch-copy.ts';

/** The files that keep the promises. */
const KEEPERS = /^(domain|src\/(db|sync)|server\/(requests|uploads|drafts|feed))\/|^server\/office\/act\.ts$/;
/**
 * Tries `--count` of all faults, the same ones for the same `--seed`. Each is tried against the `--tests` nearest test files, or against all that import its
 * file. A word limits the run to files whose path matches it.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: 'string', default: String(Date.now() % 100_000) },
    count: { type: 'string', default: '60' },
    tests: { type: 'string', default: 'Infinity' },
  },
});
const say = (line: string) => process.stdout.write(`${line.replace(/\s+/g, ' ').slice(0, 240)}\n`);
const files = execFileSync('git', ['ls-files'], { encoding: 'utf8' }).trim().split('\n');
const code = files.filter((file) => /\.tsx?$/.test(file));
const asked = new RegExp(positionals[0] ?? KEEPERS);
const all = code.filter((file) => asked.test(file) && !/\.(test|gen)\./.test(file)).flatMap(findMutants);
const length = Math.min(Number(values.count), all.length);
const anyOfThem = fc.shuffledSubarray(all, { minLength: length, maxLength: length });
const mutants = fc.sample(anyOfThem, { seed: Number(values.seed), numRuns: 1 }).flat();
const importers = readImporters(code);
const copy = makeScratchCopy(files);

/** Returns the failure of a test or of the compiler that reveals the fault; null if nothing does. */
async function findWitness({ file }: Mutant): Promise<string | null> {
  const tests = nearestTests(importers, file).slice(0, Number(values.tests));
  // The first few tests reveal most faults.
  for (const some of [tests.slice(0, 3), tests.slice(3)]) {
    const failure = some.length > 0 ? await copy.test(some) : null;
    if (failure) return failure;
  }
  return copy.checkTypes();
}

say(`${length} of ${all.length} faults, --seed=${values.seed}`);
let unseen = 0;
for (const mutant of mutants) {
  const takeOut = copy.plant(mutant);
  const witness = await findWitness(mutant);
  takeOut();
  if (!witness) unseen += 1;
  const { file, line, was, becomes } = mutant;
  say(`${witness ? 'seen' : 'NOT SEEN'} ${file}:${line} ${was.slice(0, 90)} → ${becomes.slice(0, 90)}`);
  if (witness) say(`  by ${witness}`);
}
copy.remove();
say(`${length - unseen} of ${length} seen, ${unseen} not`);
