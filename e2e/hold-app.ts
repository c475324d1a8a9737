import type { Page } from '@playwright/test';

/** Keeps the app from coming until the answer is called. What stands on the page until then was written at build time. */
export async function holdApp(page: Page): Promise<() => void> {
  let letGo: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route('**/assets/*/index.js', async (route) => {
    await held;
    await route.fallback();
  });
  return letGo;
}
