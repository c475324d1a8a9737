import { cpus } from 'node:os';
import { chromium } from '@playwright/test';
import { buildIfStale } from '../build/build-if-stale.ts';
import { resolveBrowser } from '../e2e/browser.ts';
import { MEASUREMENTS } from './measurements.ts';
import { CPU_RATE } from './open-browser.ts';
import { isAsked, isKept, RUNS } from './options.ts';
import { keepLine, lineOf } from './report.ts';
import { LONG_LIFE, withWorld } from './world.ts';

async function introduce(): Promise<string> {
  const browser = await chromium.launch(resolveBrowser());
  const version = browser.version();
  await browser.close();
  const [cpu] = cpus();
  return `Written by \`npm run bench\`: Chromium ${version}, Node ${process.versions.node}, ${cpus().length} × ${cpu?.model ?? 'unknown CPU'}. The
production build over real HTTP, one citizen with ${LONG_LIFE.requests} requests and ${LONG_LIFE.requests * LONG_LIFE.messagesEach} messages in the browser's own database,
the page's CPU throttled ${CPU_RATE}×, ${RUNS} runs each where nothing else is said. *Load* is how many processes wanted a CPU when a row was
measured, its own included: where they are more than the CPUs, its times are longer than they would be alone.`;
}

await buildIfStale('production');
const intro = await introduce();
await withWorld(async (world) => {
  for (const measurement of MEASUREMENTS.filter(({ name }) => isAsked(name))) {
    const values = await measurement.run(world);
    const line = lineOf(measurement, values);
    console.log(`${line}\n${values.map((value) => Number(value.toFixed(3))).join(' ')}`);
    if (isKept) keepLine(intro, measurement, line);
  }
});
