import { expect, type Page } from '@playwright/test';
import { CODE, fillCredentials, heading, MARIA } from '../../e2e/steps.ts';
import { type FreshStart, withFreshStart } from '../fresh-start.ts';
import type { Measurement } from '../measurement.ts';

const REQUESTS = 10_000;
const RUNS = 3;
const PATIENCE_MS = 300_000;
const WHY_FEW = `${RUNS} runs, since each begins with an empty profile and a server that must be filled first.`;

export const firstPullUsable: Measurement = {
  name: 'First pull of 10 000 requests, first cards',
  goal: null,
  unit: 'ms',
  how: `From the press on *Confirmar* when signing in on a new device until the first cards are painted. ${WHY_FEW}`,
  run: async () => (await pullAll()).map(({ usableMs }) => usableMs),
};

export const firstPullWhole: Measurement = {
  name: 'First pull of 10 000 requests, all of them',
  goal: null,
  unit: 's',
  how: 'From the same press until the list says that it is up to date; meanwhile it says how many have come.',
  run: async () => (await pullAll()).map(({ wholeMs }) => wholeMs / 1_000),
};

interface Pulled {
  usableMs: number;
  wholeMs: number;
  /** What the line above the list said meanwhile. */
  lines: string[];
}

let pulled: Promise<Pulled[]> | undefined;

/** Once for both rows. */
function pullAll(): Promise<Pulled[]> {
  pulled ??= (async () => {
    const runs: Pulled[] = [];
    while (runs.length < RUNS) runs.push(await withFreshStart(pullOnce));
    return runs;
  })();
  return pulled;
}

async function pullOnce({ page, server }: FreshStart): Promise<Pulled> {
  await server.post('seed', { niss: MARIA, count: REQUESTS });
  await page.goto('/entrar');
  await fillCredentials(page);
  await page.getByRole('button', { name: 'Entrar', exact: true }).click();
  await page.getByRole('textbox', { name: 'Código de verificação' }).fill(CODE);
  await page.evaluate(armTimer, PATIENCE_MS);
  await page.getByRole('button', { name: 'Confirmar', exact: true }).click();
  await expect(heading(page, 'Os meus pedidos')).toBeVisible();
  const result = await page.evaluate(
    () => (globalThis as unknown as { benchResult: Promise<Pulled> }).benchResult,
  );
  await expectAll(page, result.lines);
  return result;
}

/** A figure would mean nothing if not all had come, or if nobody had been told of those that came. */
async function expectAll(page: Page, lines: string[]): Promise<void> {
  const counts = await page.locator('main h2').allTextContents();
  const shown = counts.reduce((sum, text) => sum + Number(text.replaceAll(/\D/g, '')), 0);
  expect(shown).toBeGreaterThanOrEqual(REQUESTS);
  expect(lines.filter((line) => /Já chegaram/.test(line)).length).toBeGreaterThan(3);
}

/** Runs in the page. */
function armTimer(patienceMs: number): void {
  const lines: string[] = [];
  const lineNow = () =>
    [...document.querySelectorAll('main p')]
      .map(({ textContent }) => textContent ?? '')
      .find((text) => text.startsWith('Estamos a ir buscar') || text.startsWith('Atualizado'));
  const result = new Promise<Pulled>((resolve, reject) => {
    let usableMs = 0;
    const look = (startedAt: number) => {
      const ms = performance.now() - startedAt;
      if (ms > patienceMs) return reject(new Error(`Not all have come; the last line was ${lines.at(-1)}`));
      if (usableMs === 0 && document.querySelector('main li h3')) {
        const channel = new MessageChannel();
        channel.port1.onmessage = () => (usableMs = performance.now() - startedAt);
        channel.port2.postMessage(null);
      }
      const line = lineNow();
      if (line && line !== lines.at(-1)) lines.push(line);
      if (usableMs > 0 && line?.startsWith('Atualizado')) return resolve({ usableMs, wholeMs: ms, lines });
      return requestAnimationFrame(() => look(startedAt));
    };
    addEventListener('click', ({ timeStamp }) => look(timeStamp), { once: true, capture: true });
  });
  Object.assign(globalThis, { benchResult: result });
}
