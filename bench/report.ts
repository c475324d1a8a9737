import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import type { Row } from './measurement.ts';
import { MEASUREMENTS } from './measurements.ts';

const FILE = join(import.meta.dirname, '../docs/benchmark.md');
/** Behind the point; none where nothing is said. */
const DIGITS: Partial<Record<Row['unit'], number>> = { kB: 1, MB: 1, '×': 2, shift: 3 };
const HEAD = `| | median | spread | 9 of 10 below | runs | goal | met | measured | load | what |
|---|---|---|---|---|---|---|---|---|---|`;

export function lineOf(row: Row, values: readonly number[]): string {
  const { name, how, afterwards, goal, unit, judge = 'median' } = row;
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(values.length - 1, Math.floor(share * values.length))] ?? NaN;
  const max = at(1);
  const median = ((sorted[Math.floor((values.length - 1) / 2)] ?? NaN) + at(0.5)) / 2;
  const shown = (value: number) => value.toFixed(DIGITS[unit] ?? 0);
  const [load = 0] = loadavg();
  const cells = [
    name,
    `${shown(median)} ${unit}`,
    `${shown(at(0))}–${shown(max)}`,
    shown(at(0.9)),
    values.length,
    `≤ ${goal} ${unit}`,
    (judge === 'max' ? max : median) <= goal ? 'yes' : '**no**',
    new Date().toISOString().slice(0, 10),
    load.toFixed(1),
    afterwards ? `${how} ${afterwards()}` : how,
  ];
  return `| ${cells.join(' | ')} |`;
}

/** Puts a line in the place of the one before; those of rows that were not measured again stay, with their date. */
export function keepLine(intro: string, row: Row, line: string): void {
  const known = existsSync(FILE) ? readFileSync(FILE, 'utf8').split('\n') : [];
  const lines = MEASUREMENTS.flatMap((each) =>
    each.name === row.name ? [line] : known.filter((one) => one.startsWith(`| ${each.name} |`)),
  );
  writeFileSync(FILE, `# Benchmark\n\n${intro}\n\n${HEAD}\n${lines.join('\n')}\n`);
}
