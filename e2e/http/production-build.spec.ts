import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Response } from '@playwright/test';
import { expect, test } from '../fixtures.ts';
import { heading } from '../steps.ts';
import { CODE, collectScripts, DIST, openWithoutLater, sizeKb, totalKb } from './read-build.ts';
import { watchLoading } from './watch-loading.ts';

test.use({ serviceWorkers: 'allow' });

const SIGN_IN_MAX_KB = 135;
const FIRST_VISIT_MAX_KB = 185;
const SENDING_MAX_KB = 60;

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

test('sign-in loads at most 135 kB of JavaScript where nobody is known', async ({ context }) => {
  const page = await openWithoutLater(context);
  const scripts = collectScripts(page);
  await watchLoading(page).openFully('/entrar');
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
  await watchLoading(page).openFully('/entrar');
  const sizes = await Promise.all(answers.map((answer) => answer.request().sizes()));
  const weightKb = sizes.reduce((sum, { responseBodySize }) => sum + responseBodySize, 0) / 1024;
  console.log(`first visit: ${weightKb.toFixed(1)} kB in ${answers.length} answers`);
  expect(weightKb).toBeLessThanOrEqual(FIRST_VISIT_MAX_KB);
  const plain = answers.filter((answer) => answer.headers()['content-encoding'] !== 'br');
  expect(plain.map((answer) => new URL(answer.url()).pathname.replace(/^.*\./, ''))).toEqual(['woff2']);
});

test('the file by which the worker sends weighs at most 60 kB, and is kept for no page', () => {
  const files = readdirSync(join(DIST, 'assets')).filter((name) => /^background-sync-.*\.js$/.test(name));
  expect(files).toHaveLength(1);
  const size = sizeKb(`assets/${files[0]}`);
  console.log(`sending with e-Clic closed: ${size.toFixed(1)} kB`);
  expect(size).toBeLessThanOrEqual(SENDING_MAX_KB);
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
