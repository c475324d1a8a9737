import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type ElementHandle, type Page } from '@playwright/test';
import type { Browser, LaunchOptions } from './browser.ts';
import { type Control, findControl } from './find-control.ts';
import { startProcessGroup } from './process-group.ts';
import { sourceOf } from './source-of.ts';
import { waitFor } from './wait-for.ts';

const START_MS = 30_000;
const CLICK_MS = 5_000;

/** Drives Chromium by its own protocol through Playwright's library, which is installed; a driver of another kind is not. */
export async function launchChromium(
  { executablePath, args }: { executablePath: string; args: string[] },
  { profile, downloads, isPrivate }: LaunchOptions,
): Promise<Browser> {
  const portFile = join(profile, 'DevToolsActivePort');
  rmSync(portFile, { force: true });
  const { kill } = startProcessGroup(
    executablePath,
    [
      ...args,
      '--headless=new',
      '--remote-debugging-port=0',
      `--user-data-dir=${profile}`,
      '--no-first-run',
      '--disable-dev-shm-usage',
      '--disable-background-networking',
      '--disable-component-update',
      '--accept-lang=pt-PT',
      'about:blank',
    ],
    process.env,
    'ignore',
  );
  const port = await waitFor(
    async () => readFileSync(portFile, 'utf8').split('\n')[0],
    () => 'Chromium did not start',
    START_MS,
  );
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
  const context = isPrivate ? await browser.newContext() : browser.contexts()[0];
  if (!context) throw new Error('Chromium has no window');
  const session = await browser.newBrowserCDPSession();
  await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: downloads });

  let messages: string[] = [];
  context.on('console', (message) => messages.push(`${message.type()}: ${message.text()}`));
  context.on('weberror', (error) => messages.push(String(error.error())));

  const tabs = new Map<string, Page>();
  let lastTab = 0;
  function note(page: Page): string {
    lastTab += 1;
    const name = `tab ${lastTab}`;
    tabs.set(name, page);
    return name;
  }
  let current = note(context.pages()[0] ?? (await context.newPage()));
  const page = () => {
    const shown = tabs.get(current);
    if (!shown) throw new Error('No tab is shown');
    return shown;
  };
  const find = (control: Control) =>
    waitFor(
      async () => {
        const source = `${sourceOf(findControl)}(${JSON.stringify(control)})`;
        return (await page().evaluateHandle<Element | null>(source)).asElement();
      },
      () => `There is no ${control.role} «${control.name}»`,
    );

  return {
    version: browser.version(),
    goto: async (url) => void (await page().goto(url)),
    // The script goes as an expression: the page's policy forbids turning a text into a function.
    run: (script, ...args) => page().evaluate(`${sourceOf(script)}(...${JSON.stringify(args)})`),
    async click(control) {
      // A page that has just come is drawn once more, and the found element may be gone before the click.
      await waitFor(
        () =>
          find(control)
            .then((found) => found.click({ timeout: CLICK_MS }))
            .then(() => true),
        () => `${control.role} «${control.name}» cannot be pressed`,
      );
    },
    type: (text) => page().keyboard.type(text),
    press: (key) => page().keyboard.press(key),
    choose: async (control, label) =>
      void (await ((await find(control)) as ElementHandle<HTMLSelectElement>).selectOption({ label })),
    resize: (size) => page().setViewportSize(size),
    takePicture: () => page().screenshot(),
    attach: async (paths) => (await find({ role: 'files' })).setInputFiles(paths),
    async openTab() {
      current = note(await context.newPage());
      return current;
    },
    currentTab: async () => current,
    async showTab(tab) {
      current = tab;
      await page().bringToFront();
    },
    async closeTab() {
      await page().close({ runBeforeUnload: true });
      tabs.delete(current);
    },
    async readConsole() {
      const read = messages;
      messages = [];
      return read;
    },
    kill,
  };
}
