import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { figuresOf, type Measurement } from './measurement.ts';
import { MEASUREMENTS } from './measurements.ts';

const FILE = join(import.meta.dirname, '../docs/benchmark.md');
/** Digits behind the point. */
const DIGITS = { ms: 0, MiB: 0, frames: 0, letters: 0, s: 1, kB: 1, '×': 2, shift: 3 } as const;
const HEAD = `| | median | spread | 9 of 10 below | runs | goal | met | measured | load | what |
|---|---|---|---|---|---|---|---|---|---|`;

export function lineOf(measurement: Measurement, values: readonly number[]): string {
  const { name, how, afterwards, goal, unit, judge = 'median' } = measurement;
  const figures = figuresOf(values);
  const shown = (value: number) => value.toFixed(DIGITS[unit]);
  const [load = 0] = loadavg();
  const cells = [
    name,
    `${shown(figures.median)} ${unit}`,
    `${shown(figures.min)}–${shown(figures.max)}`,
    shown(figures.p90),
    values.length,
    goal === null ? '–' : `≤ ${goal} ${unit}`,
    goal === null ? '–' : figures[judge] <= goal ? 'yes' : '**no**',
    new Date().toISOString().slice(0, 10),
    load.toFixed(1),
    afterwards ? `${how} ${afterwards()}` : how,
  ];
  return `| ${cells.join(' | ')} |`;
}

/** Puts a line in the place of the one before; those of measurements that were not made again stay, with their date. */
export function keepLine(intro: string, measurement: Measurement, line: string): void {
  const known = existsSync(FILE) ? readFileSync(FILE, 'utf8').split('\n') : [];
  const lines = MEASUREMENTS.flatMap((each) =>
    each === measurement ? [line] : known.filter((one) => one.startsWith(`| ${each.name} |`)),
  );
  writeFileSync(FILE, `# Benchmark\n\n${intro}\n\n${HEAD}\n${lines.join('\n')}\n`);
}
