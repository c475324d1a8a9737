import { existsSync, readFileSync } from 'node:fs';
import type { Browser } from '@playwright/test';

/** Returns how much memory the largest renderer of this browser holds (`VmRSS`), or held at most (`VmHWM`), in MiB by Linux's count. */
export async function readRendererMib(browser: Browser, figure: 'VmRSS' | 'VmHWM'): Promise<number> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const ofProcess = new RegExp(`${figure}:\\s+(\\d+)`);
  const sizes = processInfo
    .filter(({ type }) => type === 'renderer')
    // A renderer may have ended meanwhile.
    .filter(({ id }) => existsSync(`/proc/${id}/status`))
    .map(({ id }) => Number(ofProcess.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1]));
  return Math.max(...sizes) / 1024;
}
