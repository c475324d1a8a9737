import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures.ts';

const DESKTOP = { width: 1280, height: 900 };
const PHONE = { width: 360, height: 780 };

async function placeOf(page: Page, way: string) {
  const box = await page.getByRole('heading', { level: 2, name: way }).boundingBox();
  if (!box) throw new Error(`${way} is not there`);
  return box;
}

test('the two ways to sign in stand side by side on a desktop, and close under one another on a phone', async ({
  page,
}) => {
  await page.setViewportSize(DESKTOP);
  await page.goto('/entrar');
  const cmd = await placeOf(page, 'Com Chave Móvel Digital');
  const password = await placeOf(page, 'Com NISS e palavra-chave');
  expect(password.y).toBe(cmd.y);
  expect(password.x).toBeGreaterThan(cmd.x + cmd.width);

  await page.setViewportSize(PHONE);
  const button = await page.getByRole('button', { name: 'Entrar com Chave Móvel Digital' }).boundingBox();
  const below = await placeOf(page, 'Com NISS e palavra-chave');
  expect(below.y - (button?.y ?? 0) - (button?.height ?? 0)).toBeLessThan(80);
});
