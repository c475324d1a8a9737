import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { build, type Rollup } from 'vite';

/** The functions of the virtual screen reader that the tests call in the page. */
interface Reader {
  virtual: {
    start(options: { container: Node }): Promise<void>;
    spokenPhraseLog(): Promise<string[]>;
    lastSpokenPhrase(): Promise<string>;
  };
}

declare global {
  interface Window {
    screenReader: Reader;
  }
}

const MAX_TABS = 60;

let bundle: Promise<string> | undefined;

/** Builds the screen reader as one script, which can be put into a page whose policy lets no foreign script in. */
async function bundleReader(): Promise<string> {
  const manifest = createRequire(import.meta.url).resolve('@guidepup/virtual-screen-reader/package.json');
  const entry = join(dirname(manifest), 'lib/esm/index.mjs');
  const result = (await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, lib: { entry, formats: ['iife'], name: 'screenReader' } },
  })) as Rollup.RollupOutput[];
  const [chunk] = result[0]?.output ?? [];
  if (!chunk) throw new Error('The screen reader could not be bundled');
  // The reader's modules ask Node for the kind of build; a page has no Node.
  return `{ const process = { env: { NODE_ENV: 'production' } };
    window.screenReader = (() => { ${chunk.code}\n return screenReader; })(); }`;
}

/** Opens a page and starts the screen reader in it. */
export async function openListening(page: Page, path: string): Promise<void> {
  bundle ??= bundleReader();
  await page.addInitScript(await bundle);
  await page.goto(path);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.evaluate(() => window.screenReader.virtual.start({ container: document.body }));
}

export function hear(page: Page): Promise<string[]> {
  return page.evaluate(() => window.screenReader.virtual.spokenPhraseLog());
}

export async function expectHeard(page: Page, phrase: string | RegExp): Promise<void> {
  const matches = (heard: string) => (typeof phrase === 'string' ? heard === phrase : phrase.test(heard));
  await expect(async () => {
    const heard = await hear(page);
    expect(heard.some(matches), `«${phrase}» among ${heard.slice(-12).join(' | ')}`).toBe(true);
  }).toPass();
}

/** Presses a key until the screen reader says that the right element has the focus. */
export async function goTo(page: Page, phrase: RegExp, key = 'Tab'): Promise<void> {
  for (let presses = 0; presses < MAX_TABS; presses += 1) {
    const last = await page.evaluate(() => window.screenReader.virtual.lastSpokenPhrase());
    if (phrase.test(last)) return;
    await page.keyboard.press(key);
    // The reader needs a moment to notice a change of focus.
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
  }
  throw new Error(`«${phrase}» was never heard: ${(await hear(page)).slice(-MAX_TABS).join(' | ')}`);
}
