import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { resolveBrowser } from '../e2e/browser.ts';
import { buildIfStale } from '../mocks/http/build-if-stale.ts';
import { type Figures, figuresOf, type Measurement, RUNS } from './measurement.ts';
import { MEASUREMENTS } from './measurements.ts';
import { CPU_RATE } from './open-browser.ts';
import { createWorld } from './world.ts';

const REPORT = join(import.meta.dirname, '../docs/benchmark.md');
const REQUESTS = 10_000;
const MESSAGES_EACH = 5;

/** `npm run bench`, or `npm run bench -- search filter` for the measurements whose names hold one of the words. */
const asked = process.argv.slice(2).map((word) => word.toLowerCase());
const chosen = MEASUREMENTS.filter(
  ({ name }) => asked.length === 0 || asked.some((word) => name.toLowerCase().includes(word)),
);

interface Row {
  measurement: Measurement;
  figures: Figures;
}

async function measure(): Promise<Row[]> {
  const world = await createWorld(REQUESTS, MESSAGES_EACH);
  const rows: Row[] = [];
  for (const measurement of chosen) {
    const values = await measurement.run(world);
    console.log(`${measurement.name}: ${values.map((value) => value.toFixed(1)).join(' ')}`);
    rows.push({ measurement, figures: figuresOf(values) });
  }
  await world.close();
  return rows;
}

function lineOf({ measurement: { name, how, goal, unit, judge = 'median' }, figures }: Row): string {
  const shown = (value: number) => value.toFixed(unit === 'ms' || unit === 'MiB' ? 0 : 1);
  const { runs, median, p90, min, max } = figures;
  const limit = goal === null ? '–' : `≤ ${goal} ${unit}`;
  const verdict = goal === null ? '–' : figures[judge] <= goal ? 'yes' : '**no**';
  return `| ${name} | ${shown(median)} ${unit} | ${shown(min)}–${shown(max)} | ${shown(p90)} | ${runs} | ${limit} | ${verdict} | ${how} |`;
}

async function describeMachine(): Promise<string> {
  const browser = await chromium.launch(resolveBrowser());
  const version = browser.version();
  await browser.close();
  const [cpu] = cpus();
  return `Chromium ${version}, Node ${process.versions.node}, ${cpus().length} × ${cpu?.model ?? 'unknown CPU'}`;
}

await buildIfStale('production');
const rows = await measure();
const report = `# Benchmark

Written by \`npm run bench\` on ${new Date().toISOString().slice(0, 10)}: ${await describeMachine()}. The production build over real HTTP, one citizen with
${REQUESTS} requests and ${REQUESTS * MESSAGES_EACH} messages in the browser's own database, the page's CPU throttled ${CPU_RATE}×, ${RUNS} runs each where nothing else is said.

| | median | spread | 9 of 10 below | runs | goal | met | what |
|---|---|---|---|---|---|---|---|
${rows.map(lineOf).join('\n')}
`;
if (asked.length === 0) writeFileSync(REPORT, report);
else console.log(report);
