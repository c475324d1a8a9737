import { execFileSync } from 'node:child_process';
import { expect, type Page } from '@playwright/test';
import { chooseFiles, goOn, heading, pdf, signIn, writeRequest } from '../../e2e/steps.ts';
import { type FreshStart, withFreshStart } from '../fresh-start.ts';
import type { Measurement } from '../measurement.ts';
import { untilReceived } from '../until-received.ts';

const MIB = 1024 * 1024;
const FILE_BYTES = 10 * MIB;
/** A request may hold 50 MB together: two of them bring ten files. */
const FILES_OF_EACH = 5;
const DESCRIPTIONS = ['Um pedido com ficheiros grandes.', 'Outro pedido com ficheiros grandes.'];
const RUNS = 3;
const WHY_FEW = `${RUNS} runs, since each begins with an empty server, an empty profile and all files chosen anew.`;

export const heavyFiles: Measurement = {
  name: '100 MB of files until all are received',
  goal: null,
  unit: 's',
  how: `Two requests with five files of 10 MB each, submitted without a connection; from its return until both have their reference. ${WHY_FEW}`,
  run: async () => (await sendAll()).map(({ seconds }) => seconds),
};

export const heavyFilesMemory: Measurement = {
  name: '100 MB of files, growth of memory',
  goal: 64,
  unit: 'MiB',
  how: 'The most that the resident memory of the page’s process grew meanwhile, in the same runs.',
  run: async () => (await sendAll()).map(({ grownMib }) => grownMib),
};

interface Sent {
  seconds: number;
  grownMib: number;
}

let sent: Promise<Sent[]> | undefined;

/** Once for both rows. */
function sendAll(): Promise<Sent[]> {
  sent ??= (async () => {
    const runs: Sent[] = [];
    while (runs.length < RUNS) runs.push(await withFreshStart(sendOnce));
    return runs;
  })();
  return sent;
}

async function sendOnce({ context, page, server, folder }: FreshStart): Promise<Sent> {
  await signIn(page);
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  await context.setOffline(true);
  for (const description of DESCRIPTIONS) await submitHeavy(page, description);
  await page.requestGC();
  const before = rendererMib(folder);
  let most = before;
  const seconds = await untilReceived(page, () => {
    most = Math.max(most, rendererMib(folder));
  });
  const { requests } = await server.state();
  for (const description of DESCRIPTIONS) {
    const arrived = requests.filter((request) => request.description === description);
    expect(arrived).toMatchObject([{ commits: 1, attachments: { length: FILES_OF_EACH } }]);
  }
  return { seconds, grownMib: most - before };
}

async function submitHeavy(page: Page, description: string): Promise<void> {
  await writeRequest(page, [], description);
  await page
    .getByRole('link', { name: /Anexos/ })
    .first()
    .click();
  await expect(heading(page, 'Anexar documentos')).toBeVisible();
  for (let n = 0; n < FILES_OF_EACH; n += 1) {
    await chooseFiles(page, [pdf(`grande-${n}.pdf`, FILE_BYTES - n)]);
    await expect(page.getByRole('button', { name: /^Remover/ })).toHaveCount(n + 1, { timeout: 30_000 });
  }
  await goOn(page);
  await expect(heading(page, 'Resumo do pedido')).toBeVisible();
  await page.getByRole('button', { name: 'Submeter pedido' }).click();
  await expect(heading(page, 'O pedido ainda não foi enviado')).toBeVisible();
}

/** Resident memory of the largest page of the browser that keeps its profile there. */
function rendererMib(folder: string): number {
  const lines = execFileSync('ps', ['-eo', 'rss,args'], { encoding: 'utf8', maxBuffer: 16 * MIB }).split(
    '\n',
  );
  const renderers = lines.filter((line) => line.includes('--type=renderer') && line.includes(folder));
  return Math.max(...renderers.map((line) => Number.parseInt(line.trim(), 10) / 1024));
}
