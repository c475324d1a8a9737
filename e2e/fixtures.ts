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

function watch(page: Page, note: (complaint: string) => void): void {
  page.on('console', (message) => {
    note(`${message.type()}: ${message.text()}`);
    void tellErrors(message).then((errors) => errors.map(note));
  });
  page.on('pageerror', (error) => note(`exception: ${error.message}`));
}

/** Returns what the errors of a message say: a browser writes those of a library as the name of their class, which the build has made short. */
async function tellErrors(message: ConsoleMessage): Promise<string[]> {
  const told = message
    .args()
    .map((arg) => arg.evaluate((value) => (value instanceof Error ? `${value}` : '')));
  // A page that is gone by now tells no more.
  const all = await Promise.all(told).catch(() => []);
  return all.filter((text) => text !== '' && !message.text().includes(text));
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
