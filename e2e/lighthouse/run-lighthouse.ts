import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from '@playwright/test';
import lighthouse from 'lighthouse';
import { buildIfStale } from '../../build/build-if-stale.ts';
import { resolveBrowser } from '../browser.ts';
import { findFreePort } from '../engines/browsers/free-port.ts';
import { startOwnServer } from '../reliability/own-server.ts';
import { heading, signIn, startRequest, writeDescription } from '../steps.ts';

const FILE = join(import.meta.dirname, '../../docs/lighthouse.md');
/** The least score in each category. Performance is a measurement, and differs from run to run. */
const WANTED = { performance: 90, accessibility: 100, 'best-practices': 100, seo: 100 };
const CATEGORIES = Object.keys(WANTED);
const PERCENT = 100;
/** Pages of a citizen are kept from search engines on purpose (public/robots.txt). */
const NOT_FOR_SIGNED_IN = ['is-crawlable'];
const DEBUGGING_PORT = 9377;

interface PageScores {
  name: string;
  /** The version of Lighthouse. */
  version: string;
  /** One score for each category, in the order of `categories`. */
  scores: number[];
  failed: string[];
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

async function scorePages(origin: string): Promise<PageScores[]> {
  const context = await openBrowser(origin);
  const page = await context.newPage();
  const pages = [await score('sign-in', `${origin}/entrar`)];
  await signIn(page);
  const addresses = {
    list: `${origin}/pedidos`,
    draft: await addressOfDraft(page),
    request: await addressOfRequest(page),
  };
  for (const [name, url] of Object.entries(addresses)) {
    pages.push(await score(name, url, NOT_FOR_SIGNED_IN));
  }
  await context.close();
  return pages;
}

async function runLighthouse(): Promise<void> {
  await buildIfStale('production');
  const server = await startOwnServer(await findFreePort());
  // The server is a process of its own, which would outlive this one.
  const pages = await scorePages(server.origin).finally(() => server.close());
  const table = drawScores(CATEGORIES, pages);
  writeFileSync(FILE, table);
  console.log(table);
  const least = Object.values(WANTED);
  const isTooLow = (score: number, n: number) => score < (least[n] ?? PERCENT);
  if (pages.some(({ scores }) => scores.some(isTooLow))) process.exitCode = 1;
}

function drawScores(categories: readonly string[], pages: readonly PageScores[]): string {
  const rows = pages.map(({ name, scores }) => `| ${name} | ${scores.join(' | ')} |`);
  const failed = pages.flatMap(({ name, failed: all }) => all.map((each) => `- ${name}: ${each}`));
  return `# Lighthouse

Written by \`npm run bench -- lighthouse\` (${new Date().toISOString().slice(0, 10)}, Lighthouse ${pages[0]?.version}, mobile): the production build served with its strict headers. Of the signed-in
pages (list, draft, request) the SEO rule *is-crawlable* is not asked: \`robots.txt\` keeps them from search engines, which could not open them anyway.
Performance is as on slow 4G and a CPU four times slower than this machine: sign-in on a first visit, the others by who has been there before.

| page | ${categories.join(' | ')} |
|---|${categories.map(() => '---|').join('')}
${rows.join('\n')}

${failed.length > 0 ? `Audits that fail:\n\n${failed.join('\n')}` : 'No audit fails.'}
`;
}

await runLighthouse();
