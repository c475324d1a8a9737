import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FileCost } from './costs.ts';
import { type Seconds, secondsByFile } from './growth.ts';

const FILE = join(import.meta.dirname, '../../docs/measured/gate.md');
const FILE_ROW = /^\| (\S+(?: \(\w+\))?) \| ([\d.]+) \|$/;
const DEAR_SECONDS = 5;

export interface Part {
  name: string;
  minutes: number;
}

/** Returns the seconds that the table holds for each file; null where there is no table. */
export function readTable(): Seconds | null {
  if (!existsSync(FILE)) return null;
  const rows = readFileSync(FILE, 'utf8').split('\n');
  return new Map(
    rows.flatMap((row) => {
      const [, file, seconds] = FILE_ROW.exec(row) ?? [];
      return file && seconds ? [[file, Number(seconds)] as const] : [];
    }),
  );
}

export function writeTable(parts: readonly Part[], costs: readonly FileCost[]): void {
  const rows = [...secondsByFile(costs)].toSorted(([, one], [, other]) => other - one);
  const sum = rows.reduce((seconds, [, more]) => seconds + more, 0);
  const minutes = parts.reduce((all, part) => all + part.minutes, 0);
  const dear = costs
    .flatMap(({ file, tests }) => tests.map((test) => ({ file, ...test })))
    .filter(({ seconds }) => seconds >= DEAR_SECONDS)
    .toSorted((one, other) => other.seconds - one.seconds);
  writeFileSync(
    FILE,
    `# What the gate costs

Written by \`npm test -- --write-costs\`, on two cores. \`npm test\` fails when the tests cost a tenth more than these, the machine's own speed
left out of it: then they are made cheaper, or the table is written anew, so that growth is seen in a review.

| part | minutes |
|---|---|
${parts.map(({ name, minutes: each }) => `| ${name} | ${each.toFixed(1)} |`).join('\n')}
| together | ${minutes.toFixed(1)} |

${Math.round(sum)} seconds of tests, on two at once.

## Tests of ${DEAR_SECONDS} seconds and more

| seconds | test |
|---|---|
${dear.map(({ file, title, seconds }) => `| ${seconds.toFixed(1)} | ${title.replaceAll('|', '\\|')} (${file}) |`).join('\n')}

## Files

| file | seconds |
|---|---|
${rows.map(([file, seconds]) => `| ${file} | ${seconds.toFixed(1)} |`).join('\n')}
`,
  );
}
