import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures.ts';
import { heading, signIn, startRequest, writeRequest } from '../steps.ts';

const DIST = join(import.meta.dirname, '../../dist');
const FIRST_LOAD_MAX_KB = 170;
const ROUTE_MAX_KB = 60;

function sizeKb(path: string): number {
  return gzipSync(readFileSync(join(DIST, path))).byteLength / 1000;
}

/** Collects the scripts that a page loads from now on. */
function collectScripts(page: Page): Set<string> {
  const scripts = new Set<string>();
  page.on('response', (response) => {
    const { pathname } = new URL(response.url());
    if (pathname.endsWith('.js') && pathname !== '/sw.js') scripts.add(pathname);
  });
  return scripts;
}

function totalKb(scripts: Iterable<string>): number {
  return [...scripts].reduce((sum, script) => sum + sizeKb(script), 0);
}

test('the production build holds nothing of the pretend server', () => {
  const scripts = readdirSync(join(DIST, 'assets')).filter((name) => name.endsWith('.js'));
  expect(scripts.length).toBeGreaterThan(5);
  for (const name of scripts) {
    const code = readFileSync(join(DIST, 'assets', name), 'utf8');
    for (const trace of ['Maria Exemplo', 'Demonstracao1', 'eclic-pretend-server', '/demo/faults']) {
      expect(code.includes(trace), `${trace} in ${name}`).toBe(false);
    }
  }
});

test('sign-in loads at most 170 kB of JavaScript', async ({ page }) => {
  const scripts = collectScripts(page);
  await page.goto('/entrar');
  await page.waitForLoadState('networkidle');
  console.log(`sign-in: ${totalKb(scripts).toFixed(1)} kB in ${scripts.size} scripts`);
  expect(totalKb(scripts)).toBeLessThanOrEqual(FIRST_LOAD_MAX_KB);
});

test('the list loads at most 170 kB of JavaScript, and each further page at most 60', async ({ page }) => {
  await signIn(page);
  const scripts = collectScripts(page);
  await page.goto('/pedidos');
  await expect(heading(page, 'Os meus pedidos')).toBeVisible();
  await page.waitForLoadState('networkidle');
  console.log(`list: ${totalKb(scripts).toFixed(1)} kB in ${scripts.size} scripts`);
  expect(totalKb(scripts)).toBeLessThanOrEqual(FIRST_LOAD_MAX_KB);

  const id = crypto.randomUUID();
  for (const path of [
    `/rascunhos/${id}/descricao`,
    '/por-enviar',
    '/definicoes',
    '/ajuda',
    '/acessibilidade',
    '/privacidade',
    '/contactos',
  ]) {
    const more = collectScripts(page);
    await page.goto(path);
    await page.waitForLoadState('networkidle');
    const further = [...more].filter((script) => !scripts.has(script));
    expect(totalKb(further), path).toBeLessThanOrEqual(ROUTE_MAX_KB);
  }
});

test('every step of a draft stays within 60 kB', async ({ page }) => {
  await signIn(page);
  const first = collectScripts(page);
  await page.reload();
  await page.waitForLoadState('networkidle');
  const more = collectScripts(page);
  await writeRequest(page);
  const further = [...more].filter((script) => !first.has(script));
  console.log(`all steps of a draft: ${totalKb(further).toFixed(1)} kB`);
  for (const script of further) expect(sizeKb(script), script).toBeLessThanOrEqual(ROUTE_MAX_KB);
});

test('every page is served with the strict policy, and leaves the console empty', async ({ page }) => {
  const response = await page.goto('/entrar');
  const headers = response?.headers() ?? {};
  expect(headers['content-security-policy']).toContain("default-src 'none'");
  expect(headers['content-security-policy']).toContain("require-trusted-types-for 'script'");
  expect(headers['x-content-type-options']).toBe('nosniff');
  expect(headers['referrer-policy']).toBeTruthy();
  expect(headers['permissions-policy']).toBeTruthy();

  for (const path of ['/ajuda', '/acessibilidade', '/privacidade', '/contactos', '/definicoes', '/nada']) {
    await page.goto(path);
    await page.waitForLoadState('networkidle');
  }
  await signIn(page);
  await startRequest(page);
});

test('a production build has no demonstration page', async ({ page }) => {
  await page.goto('/demonstracao');
  await expect(heading(page, 'Não encontrámos esta página')).toBeVisible();
  await expect(page.getByText('Modo de demonstração')).toHaveCount(0);
});
