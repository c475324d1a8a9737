import { chromium } from '@playwright/test';
import { resolveHeadlessShell } from '../../e2e/browser.ts';
import { createChance } from '../../testing/paper/chance.ts';
import { type PrintedSheet, takePhoto } from '../../testing/paper/take-photo.ts';
import { MACHINE, readLoad } from '../figures.ts';
import { goodScene } from './scenes.ts';

/** Phones' cameras have twelve megapixels. */
const PHOTO = { columns: 3000, rows: 4000 };
const SHEET_PX = 2000;
const SLOWER = 4;
const RUNS = 5;
const ORIGIN = 'http://paper.test';

interface Steps {
  find: number;
  straighten: number;
  tone: number;
  look: number;
}

/** Prints how long a page takes Chromium with a processor that is four times slower. */
export async function measureSlowPhone(sheet: PrintedSheet, code: string, seed: number): Promise<void> {
  const { photo } = takePhoto(sheet, goodScene(createChance(seed), seed, PHOTO));
  const browser = await chromium.launch(resolveHeadlessShell());
  try {
    const page = await browser.newPage();
    await page.route(`${ORIGIN}/**`, (route) => {
      const { pathname } = new URL(route.request().url());
      if (pathname === '/paper.js') return route.fulfill({ contentType: 'text/javascript', body: code });
      if (pathname === '/photo') return route.fulfill({ body: Buffer.from(photo.data.buffer) });
      return route.fulfill({ contentType: 'text/html', body: '<!doctype html>' });
    });
    await page.goto(ORIGIN);
    const session = await page.context().newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
    const runs = await page.evaluate(runInPage, { ...PHOTO, longest: SHEET_PX, runs: RUNS, origin: ORIGIN });
    console.log(`Chromium ${browser.version()}, CPU ÷ ${SLOWER}, ${MACHINE}, load ${readLoad()}`);
    console.log('| run | find | straighten | tone (colour) | together | look |\n|---|---|---|---|---|---|');
    for (const [run, { find, straighten, tone, look }] of runs.entries()) {
      const figures = [find, straighten, tone, find + straighten + tone, look].map(
        (ms) => `${ms.toFixed(0)} ms`,
      );
      console.log(`| ${[run + 1, ...figures].join(' | ')} |`);
    }
  } finally {
    await browser.close();
  }
}

/** Runs in the page, which cannot reach the names of this file. */
async function runInPage(asked: {
  columns: number;
  rows: number;
  longest: number;
  runs: number;
  origin: string;
}) {
  const paper = await import(`${asked.origin}/paper.js`);
  const bytes = await (await fetch('/photo')).arrayBuffer();
  const photo = { width: asked.columns, height: asked.rows, data: new Uint8ClampedArray(bytes) };
  const runs: Steps[] = [];
  for (let run = 0; run < asked.runs; run++) {
    const times = [performance.now()];
    const corners = paper.findCorners(photo);
    times.push(performance.now());
    const sheet = paper.straighten(photo, corners, asked.longest);
    times.push(performance.now());
    paper.toTone(sheet, 'colour');
    times.push(performance.now());
    paper.lookAt(sheet);
    times.push(performance.now());
    const [find = 0, straighten = 0, tone = 0, look = 0] = times
      .slice(1)
      .map((time, i) => time - (times[i] ?? 0));
    runs.push({ find, straighten, tone, look });
  }
  return runs;
}
