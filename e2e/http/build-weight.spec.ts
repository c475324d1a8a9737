import { expect, test } from '../fixtures.ts';
import { signInByApi } from '../sign-in-by-api.ts';
import { BAKERY, PICTURE, writeRequest } from '../steps.ts';
import { collectScripts, openWithoutLater, totalKb } from './read-build.ts';
import { watchLoading } from './watch-loading.ts';

test.use({ serviceWorkers: 'allow' });

const LIST_MAX_KB = 171;
const ROUTE_MAX_KB = 60;

// Both tests use the bakery's account, and in this order: the second leaves a draft there, and no test of another file does.
test('the list loads at most 171 kB of JavaScript, and each further page at most 60', async ({ context }) => {
  const before = await context.newPage();
  const loadingBefore = watchLoading(before);
  await signInByApi(before, BAKERY);
  // Waits until the requests are on the device: the code of the first pull must not count as the page's.
  await expect(before.getByRole('listitem').filter({ hasText: 'EC-' }).first()).toBeVisible();
  await loadingBefore.untilComplete();
  await before.close();
  const page = await openWithoutLater(context);
  const scripts = collectScripts(page);
  const loading = watchLoading(page);
  await loading.openFully('/pedidos');
  await expect(page.getByRole('listitem').filter({ hasText: 'EC-' }).first()).toBeVisible();
  await loading.untilComplete();
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
    await loading.openFully(path);
    const further = [...scripts].filter((script) => !first.has(script));
    console.log(`${path}: ${totalKb(further).toFixed(1)} kB more`);
    expect(further.length, path).toBeGreaterThan(0);
    expect(totalKb(further), path).toBeLessThanOrEqual(ROUTE_MAX_KB);
  }
});

test('all four steps of a draft together stay within 60 kB', async ({ page }) => {
  await signInByApi(page, BAKERY);
  const scripts = collectScripts(page);
  const loading = watchLoading(page);
  await loading.openFully('/pedidos');
  const request = await page.locator('main a[href^="/pedidos/"]').last().getAttribute('href');
  // The summary fetches the code of the request's page ahead; that page is measured by itself.
  await loading.openFully(`${request}`);
  const first = new Set(scripts);
  await loading.openFully('/pedidos');
  scripts.clear();
  await writeRequest(page, [PICTURE]);
  await loading.untilComplete();
  const further = [...scripts].filter((script) => !first.has(script));
  console.log(`all steps of a draft: ${totalKb(further).toFixed(1)} kB more`);
  expect(further.length).toBeGreaterThan(3);
  expect(totalKb(further)).toBeLessThanOrEqual(ROUTE_MAX_KB);
});
