import { test as base, type ConsoleMessage, expect, type Page } from '@playwright/test';

/** Everything a page says to the console, and every breach of the policy it was served with. */
interface Complaints {
  list: string[];
  /** For tests that cause an answer which the browser itself logs, such as a cut connection. */
  allow(pattern: RegExp): void;
}

interface Fixtures {
  complaints: Complaints;
}

/** Dexie traces this, where a page comes from this machine, of what a page that is being left still asks of its databases: they are closed by then. */
const IS_LEFT = /^DatabaseClosedError/;

function watch(page: Page, note: (complaint: string) => void): void {
  page.on('console', (message) => {
    // Only Dexie traces: the class of its error, whose name the build has made short. The error's own words are told in its place.
    if (message.type() === 'trace') void tellErrors(message).then((errors) => errors.map(note));
    else note(`${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => note(`exception: ${error.message}`));
}

/** Returns what the errors of a trace say. A page that is gone by now tells nothing. */
async function tellErrors(message: ConsoleMessage): Promise<string[]> {
  const told = message.args().map((arg) => arg.evaluate((value) => `${value}`));
  const errors = await Promise.all(told).catch(() => []);
  return errors.filter((error) => !IS_LEFT.test(error)).map((error) => `trace: ${error}`);
}

/** A console message, an exception or a policy violation fails the test, in every tab. */
export const test = base.extend<Fixtures>({
  complaints: [
    async ({ context }, use) => {
      const list: string[] = [];
      // Playwright reports this where a test blocks the worker.
      const allowed: RegExp[] = [/Service Worker registration blocked by Playwright/];
      const note = (complaint: string) => {
        if (!allowed.some((pattern) => pattern.test(complaint))) list.push(complaint);
      };
      context.on('page', (page) => watch(page, note));
      await use({ list, allow: (pattern) => allowed.push(pattern) });
      expect(list, 'the console stays empty').toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
