import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');
const FOLDER = join(ROOT, '.test-costs');

interface TestCost {
  title: string;
  seconds: number;
  /** More than one means that the first try failed. */
  tries: number;
}

/** What one file of tests cost in one run: its tests, and what had to be loaded for them. */
export interface FileCost {
  file: string;
  seconds: number;
  tests: TestCost[];
}

/** Returns a file's name as the tables and documents write it. */
export function nameFile(path: string): string {
  return relative(ROOT, path);
}

export function forgetCosts(): void {
  rmSync(FOLDER, { recursive: true, force: true });
}

/** Stores the costs of one runner, `part`. */
export function keepCosts(part: string, costs: readonly FileCost[]): void {
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(join(FOLDER, `${part}.json`), JSON.stringify(costs));
}

export function readCosts(): FileCost[] {
  if (!existsSync(FOLDER)) return [];
  return readdirSync(FOLDER).flatMap(
    (name) => JSON.parse(readFileSync(join(FOLDER, name), 'utf8')) as FileCost[],
  );
}
