import type { Browser } from '@playwright/test';

/** Puts pictures side by side, framed, on the grey of a table top. */
export async function joinPictures(browser: Browser, pictures: Buffer[], path: string): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 1800, height: 900 } });
  const images = pictures.map(
    (picture) => `<img alt="" src="data:image/png;base64,${picture.toString('base64')}">`,
  );
  await page.setContent(`<style>
    body { margin: 0; }
    div { display: inline-flex; gap: 32px; padding: 32px; background: #e1e4ea; }
    img { border-radius: 8px; box-shadow: 0 2px 12px rgb(2 28 81 / 18%); }
  </style><div>${images.join('')}</div>`);
  await page.locator('div').screenshot({ path });
  await page.close();
}
