import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { resolveBrowser } from '../e2e/browser.ts';
import { MACHINE, quantile, readLoad, toTableLine } from './figures.ts';
import { answers } from './rows/answers.ts';
import { arrivals } from './rows/arrivals.ts';
import { firstVisits } from './rows/first-visits.ts';
import { keys } from './rows/keys.ts';
import { presses } from './rows/presses.ts';
import { rounds } from './rows/rounds.ts';
import { weights } from './rows/weights.ts';
import { isAsked, isKept, type Rows, RUNS } from './rows.ts';
import { withWorld } from './world.ts';

/** The table in this file names the rows and the goal of each figure. */
const FILE = join(import.meta.dirname, '../docs/benchmark.md');
const ROWS: Rows = { ...weights, ...firstVisits, ...answers, ...presses, ...keys, ...arrivals, ...rounds };
/** The digits behind the point of each unit; other units have none. */
const DIGITS: Readonly<Record<string, number>> = { kB: 1, MB: 1, '×': 2 };
const [NAME, GOAL, WHAT] = [1, 6, 10];

const readLines = () => readFileSync(FILE, 'utf8').split('\n');
const cellsOf = (line: string) => line.split('|').map((cell) => cell.trim());
const nameOf = (line: string) => cellsOf(line)[NAME] ?? '';

/** Returns the row with new figures. A goal is compared with the median, unless it says *every run*. */
function fillIn(line: string, values: readonly number[]): string {
  const { [NAME]: name, [GOAL]: goal = '', [WHAT]: what } = cellsOf(line);
  const [, most, unit = '', every] = /^≤ ([\d.]+) ([^,]+)(, every run)?$/.exec(goal) ?? [];
  const figureAt = (share: number) => quantile(values, share).toFixed(DIGITS[unit] ?? 0);
  const figures = [`${figureAt(0.5)} ${unit}`, `${figureAt(0)}–${figureAt(1)}`, figureAt(0.9)];
  const met = quantile(values, every ? 1 : 0.5) <= Number(most) ? 'yes' : '**no**';
  const day = new Date().toISOString().slice(0, 10);
  return toTableLine([name, ...figures, values.length, goal, met, day, readLoad(), what]);
}

/** Writes one row into the file. The other rows stay, with their date. */
function keep(machine: string, filled: string): void {
  const lines = readLines().map((line) => {
    if (line.startsWith('Measured on '))
      return `Measured on ${machine}, ${RUNS} runs each where the row says no other number.`;
    return line.startsWith('| ') && nameOf(line) === nameOf(filled) ? filled : line;
  });
  writeFileSync(FILE, lines.join('\n'));
}

const table = readLines().filter((line) => /^\| [^|]/.test(line));
const names = [...table.map(nameOf), ...Object.keys(ROWS)];
const unlike = names.filter((name) => names.filter((other) => other === name).length !== 2);
if (unlike.length > 0) throw new Error(`Known to the table or to the bench alone: ${unlike.join('; ')}`);

const browser = await chromium.launch(resolveBrowser());
const machine = `Chromium ${browser.version()}, ${MACHINE}`;
await browser.close();
await withWorld(async (world) => {
  for (const line of table.filter((each) => isAsked(nameOf(each)))) {
    const values = (await ROWS[nameOf(line)]?.(world)) ?? [];
    const filled = fillIn(line, values);
    console.log(`${filled}\n${values.map((value) => Number(value.toFixed(3))).join(' ')}`);
    if (isKept) keep(machine, filled);
  }
});
