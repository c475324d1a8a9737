import type { Page } from '@playwright/test';

/** Keeps the app's code from arriving until the returned function is called. Until then the page shows what was written at build time. */
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
