import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import ts from 'typescript';
import { findMutants, type Mutant } from './find-mutants.ts';
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

/** Maps each file to the files that import it. */
function readImporters(files: readonly string[]): Map<string, string[]> {
  const importers = new Map<string, string[]>();
  for (const file of files) {
    // Imports of types are left out: they are gone when the tests run.
    const text = readFileSync(file, 'utf8').replace(/import type [^;]*;/g, '');
    for (const { fileName } of ts.preProcessFile(text).importedFiles) {
      const imported = join(dirname(file), fileName);
      importers.set(imported, [...(importers.get(imported) ?? []), file]);
    }
  }
  return importers;
}

/**
 * Returns the tests that a fault in a file can turn red, the most telling first: tests of screens are slow and come last; the others are sorted by the number
 * of imports between, and then by how near their folder is.
 */
function nearestTests(file: string): string[] {
  const imports = new Map([[file, 0]]);
  for (const [one, between] of imports)
    for (const importer of importers.get(one) ?? [])
      if (!imports.has(importer)) imports.set(importer, between + 1);
  const cost = (test: string) => (test.endsWith('x') ? 1 : 0);
  const folders = (test: string) => relative(dirname(file), dirname(test)).split('/').length;
  return [...imports]
    .filter(([one]) => /\.test\.tsx?$/.test(one))
    .sort(([a, before], [b, after]) => cost(a) - cost(b) || before - after || folders(a) - folders(b))
    .map(([test]) => test);
}

/** Returns the failure of a test or of the compiler that reveals the fault; null if nothing does. */
async function findWitness({ file }: Mutant): Promise<string | null> {
  const tests = nearestTests(file).slice(0, Number(values.tests));
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
