import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page, Response } from '@playwright/test';
import { expect, test } from '../fixtures.ts';
import { BAKERY, heading, PICTURE, signIn, writeRequest } from '../steps.ts';
import { CODE, collectScripts, DIST, openWithoutLater, sizeKb, totalKb } from './read-build.ts';

test.use({ serviceWorkers: 'allow' });

const SIGN_IN_MAX_KB = 135;
const LIST_MAX_KB = 171;
const FIRST_VISIT_MAX_KB = 185;
const ROUTE_MAX_KB = 60;

test('the production build holds nothing of the pretend server', () => {
  const scripts = readdirSync(CODE).filter((name) => name.endsWith('.js'));
  expect(scripts.length).toBeGreaterThan(5);
  for (const name of scripts) {
    const code = readFileSync(join(CODE, name), 'utf8');
    for (const trace of ['Maria Exemplo', 'Demonstracao1', 'eclic-pretend-server', '/demo/faults']) {
      expect(code.includes(trace), `${trace} in ${name}`).toBe(false);
    }
  }
});

test('a page of somebody who is known here asks for what opens their database with its first scripts', () => {
  const html = readFileSync(join(DIST, 'app.html'), 'utf8');
  const named = [...html.matchAll(/rel="modulepreload"[^>]*href="\/assets\/\w+\/(\w+)\.js/g)].map(
    ([, name]) => name,
  );
  expect(named).toEqual(expect.arrayContaining(['framework', 'list', 'database']));
});

test('the scripts that a citizen waits for say in their first line that they are needed whole', () => {
  const scripts = readdirSync(CODE).filter((name) => /^(index|framework|list|database)\.js$/.test(name));
  expect(scripts).toHaveLength(4);
  for (const name of scripts) {
    const [firstLine] = readFileSync(join(CODE, name), 'utf8').split('\n', 1);
    expect(firstLine, name).toBe('//# allFunctionsCalledOnLoad');
  }
});

/** Opens a page and waits until it is complete and loads nothing more. */
async function openFully(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.waitForLoadState('networkidle');
}

test('sign-in loads at most 135 kB of JavaScript where nobody is known', async ({ context }) => {
  const page = await openWithoutLater(context);
  const scripts = collectScripts(page);
  await openFully(page, '/entrar');
  console.log(`sign-in: ${totalKb(scripts).toFixed(1)} kB in ${scripts.size} scripts`);
  expect(scripts.size).toBeGreaterThan(2);
  expect(totalKb(scripts)).toBeLessThanOrEqual(SIGN_IN_MAX_KB);
});

test('a first visit weighs at most 185 kB on the wire, and all its text comes compressed', async ({
  context,
}) => {
  const page = await openWithoutLater(context);
  const answers: Response[] = [];
  page.on('response', (answer) => {
    if (!new URL(answer.url()).pathname.startsWith('/api/')) answers.push(answer);
  });
  await openFully(page, '/entrar');
  const sizes = await Promise.all(answers.map((answer) => answer.request().sizes()));
  const weightKb = sizes.reduce((sum, { responseBodySize }) => sum + responseBodySize, 0) / 1024;
  console.log(`first visit: ${weightKb.toFixed(1)} kB in ${answers.length} answers`);
  expect(weightKb).toBeLessThanOrEqual(FIRST_VISIT_MAX_KB);
  const plain = answers.filter((answer) => answer.headers()['content-encoding'] !== 'br');
  expect(plain.map((answer) => new URL(answer.url()).pathname.replace(/^.*\./, ''))).toEqual(['woff2']);
});

test('the list loads at most 171 kB of JavaScript, and each further page at most 60', async ({ context }) => {
  const before = await context.newPage();
  // No other test leaves drafts in this account.
  await signIn(before, BAKERY);
  // Waits until the requests are on the device: the code of the first pull must not count as the page's.
  await expect(before.getByRole('listitem').filter({ hasText: 'EC-' }).first()).toBeVisible();
  await before.waitForLoadState('networkidle');
  // A press of the sign-in makes this tab fetch ahead what comes next.
  await before.close();
  const page = await openWithoutLater(context);
  const scripts = collectScripts(page);
  await openFully(page, '/pedidos');
  await expect(page.getByRole('listitem').filter({ hasText: 'EC-' }).first()).toBeVisible();
  await page.waitForLoadState('networkidle');
  const first = new Set(scripts);
  console.log(`list: ${totalKb(first).toFixed(1)} kB in ${first.size} scripts`);
  expect(totalKb(first)).toBeLessThanOrEqual(LIST_MAX_KB);

  // The last request has been read: the code that tells the server of a first reading does not count as the page's either.
  const request = await page.locator('main a[href^="/pedidos/"]').last().getAttribute('href');
  for (const path of [
    `/rascunhos/${crypto.randomUUID()}/descricao`,
    `${request}`,
    `${request}/comprovativo`,
    '/por-enviar',
    '/definicoes',
    '/ajuda',
    '/verificar',
    '/partilhar',
    '/acessibilidade',
    '/privacidade',
    '/contactos',
  ]) {
    scripts.clear();
    await openFully(page, path);
    const further = [...scripts].filter((script) => !first.has(script));
    console.log(`${path}: ${totalKb(further).toFixed(1)} kB more`);
    expect(further.length, path).toBeGreaterThan(0);
    expect(totalKb(further), path).toBeLessThanOrEqual(ROUTE_MAX_KB);
  }
});

test('all four steps of a draft together stay within 60 kB', async ({ page }) => {
  // No other test leaves drafts in this account.
  await signIn(page, BAKERY);
  const scripts = collectScripts(page);
  await openFully(page, '/pedidos');
  const request = await page.locator('main a[href^="/pedidos/"]').last().getAttribute('href');
  // The summary fetches the code of the request's page ahead; that page is measured by itself.
  await openFully(page, `${request}`);
  const first = new Set(scripts);
  await openFully(page, '/pedidos');
  scripts.clear();
  await writeRequest(page, [PICTURE]);
  await page.waitForLoadState('networkidle');
  const further = [...scripts].filter((script) => !first.has(script));
  console.log(`all steps of a draft: ${totalKb(further).toFixed(1)} kB more`);
  expect(further.length).toBeGreaterThan(3);
  expect(totalKb(further)).toBeLessThanOrEqual(ROUTE_MAX_KB);
});

test('the file by which the worker sends weighs at most 60 kB, and is kept for no page', () => {
  const files = readdirSync(join(DIST, 'assets')).filter((name) => /^background-sync-.*\.js$/.test(name));
  expect(files).toHaveLength(1);
  const size = sizeKb(`assets/${files[0]}`);
  console.log(`sending with e-Clic closed: ${size.toFixed(1)} kB`);
  expect(size).toBeLessThanOrEqual(ROUTE_MAX_KB);
  const naming = readdirSync(DIST, { recursive: true, encoding: 'utf8' }).filter(
    (name) =>
      /\.(?:js|json|html|txt)$/.test(name) &&
      readFileSync(join(DIST, name), 'utf8').includes('background-sync-'),
  );
  expect(naming).toEqual(['sw.js']);
});

test('every page is served with the strict policy', async ({ request }) => {
  for (const path of [
    '/entrar',
    '/pedidos',
    '/ajuda',
    '/acessibilidade',
    '/privacidade',
    '/contactos',
    '/nada',
  ]) {
    const headers = (await request.get(path)).headers();
    expect(headers['content-security-policy'], path).toContain("default-src 'none'");
    expect(headers['content-security-policy'], path).toContain("require-trusted-types-for 'script'");
    expect(headers['x-content-type-options'], path).toBe('nosniff');
    expect(headers['referrer-policy'], path).toBeTruthy();
    expect(headers['permissions-policy'], path).toBeTruthy();
  }
});

test('a production build has no demonstration page', async ({ page }) => {
  await page.goto('/demonstracao');
  await expect(heading(page, 'Não encontrámos esta página')).toBeVisible();
  await expect(page.getByText('Modo de demonstração')).toHaveCount(0);
});
