import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Browser, EngineName } from '../../e2e/engines/browsers/browser.ts';
import type { Control } from '../../e2e/engines/browsers/find-control.ts';
import { launch } from '../../e2e/engines/browsers/launch.ts';
import { seePage, signIn, until, write } from '../../e2e/engines/steps.ts';
import { LAST_PART } from '../measurements/open-request.ts';
import { CARDS_IN_VIEW, FOUND, WORD } from '../measurements/search.ts';
import { RUNS } from '../options.ts';
import { seedDatabase } from '../seed-database.ts';
import { armTimer, readTimer, type Sight } from '../until-painted.ts';
import { LONG_LIFE } from '../world.ts';

const CARDS = 'main li h3';
const PATIENCE_MS = 30_000;
const REST_MS = 500;
const comeToRest = () => wait(REST_MS);

/** In ms, one for each run. */
export interface EngineTimes {
  list: number[];
  request: number[];
  key: number[];
}

/** A citizen with as many requests as in the other rows, in any engine, whose CPU is not throttled: only one of them can be. */
export async function measureEngine(engine: EngineName, origin: string): Promise<EngineTimes> {
  const home = mkdtempSync(join(tmpdir(), `e-clic-bench-${engine}-`));
  const browser = await launch(engine, { profile: join(home, 'profile'), downloads: home, isPrivate: false });
  try {
    await signIn(browser, { origin });
    await browser.goto(`${origin}/ajuda`);
    await browser.run(seedDatabase, LONG_LIFE);
    await browser.goto(`${origin}/pedidos`);
    await until(browser, () => document.querySelectorAll('main li h3').length > 0);
    return {
      list: await repeat(() => openList(browser)),
      request: await repeat(() => openRequest(browser)),
      key: await measureKeys(browser),
    };
  } finally {
    await browser.kill();
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** The first time loads code, and is not counted. */
async function repeat(measure: () => Promise<number>): Promise<number[]> {
  await measure();
  const values: number[] = [];
  while (values.length < RUNS) values.push(await measure());
  return values;
}

async function openList(browser: Browser): Promise<number> {
  await browser.click({ role: 'link', name: 'Ajuda' });
  await seePage(browser, 'Ajuda');
  await comeToRest();
  const list: Control = { role: 'link', name: 'Os meus pedidos' };
  return untilSeen(browser, 'click', { selector: CARDS, count: CARDS_IN_VIEW }, () => browser.click(list));
}

async function openRequest(browser: Browser): Promise<number> {
  const request: Control = { role: 'link', name: 'Esclarecer uma dúvida' };
  const ms = await untilSeen(browser, 'click', { selector: LAST_PART, count: 1 }, () =>
    browser.click(request),
  );
  await browser.run(() => history.back());
  await seePage(browser, 'Os meus pedidos');
  await comeToRest();
  return ms;
}

async function measureKeys(browser: Browser): Promise<number[]> {
  await write(browser, 'Procurar nos meus pedidos', WORD);
  await until(browser, () => document.body.textContent?.includes('Ainda estamos a procurar') === false);
  const values: number[] = [];
  while (values.length < RUNS) {
    for (const _ of WORD) await browser.press('Backspace');
    await until(browser, () => document.querySelector('#found-heading') === null);
    await comeToRest();
    for (const letter of WORD) {
      const textIsNot = await browser.run(
        (selector) => document.querySelector(selector)?.textContent ?? '',
        FOUND,
      );
      values.push(
        await untilSeen(browser, 'keydown', { selector: FOUND, textIsNot }, () => browser.type(letter)),
      );
    }
  }
  return values.slice(0, RUNS);
}

async function untilSeen(
  browser: Browser,
  eventType: 'keydown' | 'click',
  sight: Sight,
  act: () => Promise<void>,
): Promise<number> {
  await browser.run(armTimer, { eventType, sight, patienceMs: PATIENCE_MS });
  await act();
  const ms = await browser.run(readTimer);
  if (typeof ms !== 'number') throw new Error(`${sight.selector} was not timed`);
  return ms;
}
