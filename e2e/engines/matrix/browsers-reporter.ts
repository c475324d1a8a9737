import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Reporter, TestCase, TestResult } from '@playwright/test/reporter';
import { nameFile } from '../../../ops/test/costs.ts';
import { ONLY_IN_ALL } from '../../../ops/test/level.ts';
import { VERSION } from '../fixtures.ts';
import { drawMatrix, type Proof } from './draw-matrix.ts';

const FILE = join(import.meta.dirname, '../../../docs/browsers.md');

/** Writes into docs/browsers.md which row was proved in which engine, for `npm run test:all -- browsers`. */
class BrowsersReporter implements Reporter {
  readonly #proofs: Proof[] = [];
  readonly #versions = new Map<string, string>();

  onTestEnd(test: TestCase, { steps, annotations }: TestResult): void {
    const engine = test.parent.project()?.name ?? '';
    const version = annotations.find(({ type }) => type === VERSION)?.description;
    const isInGate = !Object.hasOwn(ONLY_IN_ALL, nameFile(test.location.file));
    if (version) this.#versions.set(engine, version);
    for (const { category, title, error } of steps) {
      if (category === 'test.step') this.#proofs.push({ row: title, engine, isProved: !error, isInGate });
    }
  }

  onEnd(): void {
    if (process.env.WRITE_BROWSERS) writeFileSync(FILE, drawMatrix(this.#proofs, this.#versions));
  }

  printsToStdio(): boolean {
    return false;
  }
}

// Playwright loads a reporter by its default export.
export default BrowsersReporter;
