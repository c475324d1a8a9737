import type { Reporter, TestCase, TestResult } from '@playwright/test/reporter';
import { type FileCost, keepCosts, nameFile } from './costs.ts';

/** Keeps what each end-to-end test cost, so that growth is seen, and which one needed a second try. */
class PlaywrightCosts implements Reporter {
  /** Only the last try counts: the time of a first try that failed belongs to the fault. */
  readonly #lastTries = new Map<string, [TestCase, TestResult]>();
  readonly #files = new Map<string, FileCost>();

  onTestEnd(test: TestCase, result: TestResult): void {
    this.#lastTries.set(test.id, [test, result]);
  }

  #add(test: TestCase, { duration, retry }: TestResult): void {
    const file = nameFile(test.location.file);
    const engine = file.startsWith('e2e/engines/') ? test.parent.project()?.name : undefined;
    const name = engine ? `${file} (${engine})` : file;
    const cost = this.#files.get(name) ?? { file: name, seconds: 0, tests: [] };
    const seconds = duration / 1000;
    cost.seconds += seconds;
    cost.tests.push({ title: test.title, seconds, tries: retry + 1 });
    this.#files.set(name, cost);
  }

  onEnd(): void {
    for (const [test, result] of this.#lastTries.values()) this.#add(test, result);
    keepCosts('end-to-end', [...this.#files.values()]);
  }

  printsToStdio(): boolean {
    return false;
  }
}

// Playwright loads a reporter by its default export.
export default PlaywrightCosts;
