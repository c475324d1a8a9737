import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from '@playwright/test';
import { resolveBrowser } from '../browser.ts';
import { expect, test } from '../fixtures.ts';
import { holdApp } from '../hold-app.ts';
import { descriptionBox } from '../steps.ts';

const TEXT = 'Escrito antes de a aplicação chegar';
/** The app promises that by then every key is on disk. */
const ON_DISK_AFTER_MS = 300;

const open = (profile: string, baseURL = ''): Promise<BrowserContext> =>
  chromium.launchPersistentContext(profile, {
    ...resolveBrowser(),
    baseURL,
    locale: 'pt-PT',
    timezoneId: 'Europe/Lisbon',
  });
const pageOf = async (context: BrowserContext): Promise<Page> => context.pages()[0] ?? context.newPage();

/** Returns the browser's main process for a profile; its other processes carry a `--type`. */
function processOf(profile: string): number {
  const processes = execFileSync('ps', ['-axo', 'pid=,args='], { encoding: 'utf8' }).split('\n');
  const own = processes.find(
    (each) => each.includes(`--user-data-dir=${profile}`) && !each.includes('--type='),
  );
  return Number.parseInt(own ?? '', 10);
}

test('what is typed before the app has come outlives the browser’s being killed', async ({ baseURL }) => {
  const profile = mkdtempSync(join(tmpdir(), 'e-clic-killed-'));
  const context = await open(profile, baseURL);
  const page = await pageOf(context);
  await holdApp(page);
  await page.goto('/rascunhos/novo?convidado=sim', { waitUntil: 'commit' });
  await descriptionBox(page).pressSequentially(TEXT);
  const address = page.url();
  await page.waitForTimeout(ON_DISK_AFTER_MS);
  const closed = context.waitForEvent('close');
  process.kill(processOf(profile), 'SIGKILL');
  await closed;

  const again = await open(profile, baseURL);
  const found = await pageOf(again);
  await found.goto(address);
  await expect(descriptionBox(found)).toHaveValue(TEXT);
  await again.close();
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
});
