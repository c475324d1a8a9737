import { mkdtempSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from '@playwright/test';
import lighthouse from 'lighthouse';
import { buildIfStale } from '../../build/build-if-stale.ts';
import { createAppServer } from '../../mocks/http/app-server.ts';
import { createMemoryStore } from '../../mocks/memory-store.ts';
import { createMockServer } from '../../mocks/server.ts';
import { closeServer } from '../../server/testing/close-server.ts';
import { buildFolder } from '../../serving/build-folder.ts';
import { resolveBrowser } from '../browser.ts';
import { heading, signIn, startRequest, writeDescription } from '../steps.ts';
import { drawScores, type PageScores } from './draw-scores.ts';

const FILE = join(import.meta.dirname, '../../docs/lighthouse.md');
/** The least score in each category. Performance is a measurement, and differs from run to run. */
const WANTED = { performance: 90, accessibility: 100, 'best-practices': 100, seo: 100 };
const CATEGORIES = Object.keys(WANTED);
const PERCENT = 100;
/** Pages of a citizen are kept from search engines on purpose (public/robots.txt). */
const NOT_FOR_SIGNED_IN = ['is-crawlable'];
const DEBUGGING_PORT = 9377;

/** Starts the production app and the pretend server over HTTP. */
async function startServer(): Promise<{ origin: string; stop(): Promise<void> }> {
  await buildIfStale('production');
  const api = createMockServer(createMemoryStore(), Date.now);
  const server = createAppServer(buildFolder('production'), api);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    stop: () => closeServer(server),
  };
}

/** Opens a browser with a profile of its own; Lighthouse's tabs share its cookies and databases. */
async function openBrowser(baseURL: string): Promise<BrowserContext> {
  const { executablePath, args } = resolveBrowser();
  return chromium.launchPersistentContext(mkdtempSync(join(tmpdir(), 'eclic-lighthouse-')), {
    executablePath,
    args: [...args, `--remote-debugging-port=${DEBUGGING_PORT}`],
    baseURL,
    locale: 'pt-PT',
  });
}

async function score(name: string, url: string, skipAudits: string[] = []): Promise<PageScores> {
  const result = await lighthouse(url, {
    port: DEBUGGING_PORT,
    onlyCategories: CATEGORIES,
    skipAudits,
    // Keeps the citizen signed in.
    disableStorageReset: true,
    logLevel: 'error',
  });
  if (!result) throw new Error(`Lighthouse said nothing about ${url}`);
  const { categories, audits, lighthouseVersion, finalDisplayedUrl } = result.lhr;
  // Without a session, every address would lead to the sign-in page.
  if (finalDisplayedUrl !== url) throw new Error(`${url} led to ${finalDisplayedUrl}`);
  const failed = Object.values(audits).filter(
    (audit) => audit.score !== null && audit.score < 1 && audit.scoreDisplayMode === 'binary',
  );
  return {
    name,
    version: lighthouseVersion,
    scores: CATEGORIES.map((id) => Math.round((categories[id]?.score ?? 0) * PERCENT)),
    failed: failed.map(({ id, title }) => `${id}: ${title}`),
  };
}

async function addressOfDraft(page: Page): Promise<string> {
  await startRequest(page);
  await writeDescription(page);
  await page.getByText(/^Guardado/).waitFor();
  return page.url();
}

async function addressOfRequest(page: Page): Promise<string> {
  await page.goto('/pedidos');
  await page.getByRole('listitem').filter({ hasText: 'Respondido' }).getByRole('link').first().click();
  await heading(page, /^Pedido\s+EC-/).waitFor();
  return page.url();
}

async function runLighthouse(): Promise<void> {
  const server = await startServer();
  const context = await openBrowser(server.origin);
  const page = await context.newPage();
  const pages = [await score('sign-in', `${server.origin}/entrar`)];
  await signIn(page);
  const addresses = {
    list: `${server.origin}/pedidos`,
    draft: await addressOfDraft(page),
    request: await addressOfRequest(page),
  };
  for (const [name, url] of Object.entries(addresses)) {
    pages.push(await score(name, url, NOT_FOR_SIGNED_IN));
  }
  await context.close();
  await server.stop();

  const table = drawScores(CATEGORIES, pages);
  writeFileSync(FILE, table);
  console.log(table);
  const least = Object.values(WANTED);
  const isTooLow = (score: number, n: number) => score < (least[n] ?? PERCENT);
  if (pages.some(({ scores }) => scores.some(isTooLow))) process.exitCode = 1;
}

await runLighthouse();
