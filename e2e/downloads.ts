import { readFile } from 'node:fs/promises';
import type { Download, Page } from '@playwright/test';

/** Presses a button that hands a file to the browser. */
export async function pressForFile(page: Page, name: string): Promise<Download> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name, exact: true }).click();
  return download;
}

export async function contentOf(download: Download): Promise<Blob> {
  return new Blob([new Uint8Array(await readFile(await download.path()))]);
}
