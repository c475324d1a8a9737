import type { Page } from '@playwright/test';
import { STORIES_BY_PERSON } from '../../mocks/seed-stories.ts';
import { poll } from '../poll.ts';
import { heading, MARIA, signIn } from '../steps.ts';
import { crash, expect, test } from './fixtures.ts';

/** `REQUESTS=10000` sets another number. */
const REQUESTS = Number(process.env.REQUESTS ?? 3_000);
const ALL = REQUESTS + STORIES_BY_PERSON.maria.length;
const MS_PER_REQUEST = 10;
/** Slow answers leave time to look at the list in the middle of the pull, on a fast machine too. */
const SLOW_ANSWERS_MS = 400;

const soFar = (page: Page) => page.getByText(/^Estamos a ir buscar os seus pedidos\. Já chegaram/);

async function countSoFar(page: Page): Promise<number> {
  return Number((await soFar(page).textContent())?.replace(/\D/g, ''));
}

/** Adds up the counts in the headings of the groups. */
async function countListed(page: Page): Promise<number> {
  const headings = await page.getByRole('main').getByRole('heading', { level: 2 }).allTextContents();
  return headings.reduce((sum, text) => sum + Number(text.replace(/\D/g, '')), 0);
}

test(`the first pull of ${REQUESTS} requests says how many have come, survives a kill and ends with all of them`, async ({
  page,
  context,
  server,
}) => {
  test.setTimeout(60_000 + REQUESTS * MS_PER_REQUEST);
  await server.post('seed', { niss: MARIA, count: REQUESTS });
  await server.post('faults', { latencyMs: SLOW_ANSWERS_MS });
  await signIn(page);
  await expect(soFar(page)).toBeVisible();

  await page.getByRole('main').getByRole('listitem').getByRole('link').first().click();
  await expect(heading(page, /^Pedido\s+EC-/)).toBeVisible();
  await page.goBack();
  await expect(soFar(page)).toBeVisible();
  const before = await countSoFar(page);
  await poll(() => countSoFar(page)).toBeGreaterThan(before);
  const atCrash = await countSoFar(page);
  expect(atCrash).toBeLessThan(ALL);
  await crash(page);

  const anew = await context.newPage();
  await anew.goto('/pedidos');
  await expect(soFar(anew)).toBeVisible();
  expect(await countSoFar(anew)).toBeGreaterThanOrEqual(atCrash);
  await anew.getByRole('searchbox', { name: 'Procurar nos meus pedidos' }).fill('abono');
  await expect(anew.getByRole('region', { name: /^\d+ pedidos$/ })).toBeVisible();
  await anew.getByRole('button', { name: 'Limpar' }).click();
  await expect(soFar(anew)).toBeVisible();

  await server.post('faults', { latencyMs: 0 });
  await expect(anew.getByText(/^Atualizado hoje, às/)).toBeVisible({ timeout: REQUESTS * MS_PER_REQUEST });
  await poll(() => countListed(anew)).toBe(ALL);
});
