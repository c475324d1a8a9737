import { execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import ts from 'typescript';
import { findMutants, type Mutant } from './find-mutants.ts';

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
/** A copy of the project, so that a run that is stopped leaves no fault in the developer's files. */
const copy = mkdtempSync(join(tmpdir(), 'eclic-mutants-'));
for (const file of files) cpSync(file, join(copy, file));
symlinkSync(resolve('node_modules'), join(copy, 'node_modules'));

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

/** Puts the fault into its file of the copy, and returns a function that takes it out again. */
function plant({ file, start, end, becomes }: Mutant): () => void {
  const path = join(copy, file);
  const text = readFileSync(path, 'utf8');
  writeFileSync(path, text.slice(0, start) + becomes + text.slice(end));
  return () => writeFileSync(path, text);
}

/** Runs a command in the copy, and returns the line that tells what failed; null if nothing did. */
function run(command: string, args: readonly string[]): Promise<string | null> {
  const env = { ...process.env, SCHEDULES: '40', NO_COLOR: '1' };
  // The time limit reveals a fault that makes a loop endless.
  const child = spawn(command, args, { cwd: copy, env, timeout: 600_000 });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (said += part));
  return new Promise((done) => {
    child.on('close', (code) => done(code === 0 ? null : (said.match(/(?:FAIL|error TS).*/)?.[0] ?? said)));
  });
}

function runTests(tests: readonly string[]): Promise<string | null> {
  // The project `server` prepares a database even where none of its tests run. The same rules in other time zones would reveal the same faults.
  const isServers = tests.some((test) => test.startsWith('server/'));
  const leftOut = isServers ? [] : ['--project=!server'];
  const options = ['--bail=1', '--testTimeout=120000', '--project=!rules in*', ...leftOut];
  return run('npx', ['vitest', 'run', ...options, ...tests]);
}

/** Returns the failure of a test or of the compiler that reveals the fault; null if nothing does. */
async function findWitness({ file }: Mutant): Promise<string | null> {
  const tests = nearestTests(file).slice(0, Number(values.tests));
  // The first few tests reveal most faults.
  for (const some of [tests.slice(0, 3), tests.slice(3)]) {
    const failure = some.length > 0 ? await runTests(some) : null;
    if (failure) return failure;
  }
  return run('npm', ['run', 'types']);
}

say(`${length} of ${all.length} faults, --seed=${values.seed}`);
let unseen = 0;
for (const mutant of mutants) {
  const takeOut = plant(mutant);
  const witness = await findWitness(mutant);
  takeOut();
  if (!witness) unseen += 1;
  const { file, line, was, becomes } = mutant;
  say(`${witness ? 'seen' : 'NOT SEEN'} ${file}:${line} ${was.slice(0, 90)} → ${becomes.slice(0, 90)}`);
  if (witness) say(`  by ${witness}`);
}
rmSync(copy, { recursive: true, force: true });
say(`${length - unseen} of ${length} seen, ${unseen} not`);
