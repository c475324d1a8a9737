import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Reporter, TestCase, TestResult } from '@playwright/test/reporter';
import { VERSION } from '../fixtures.ts';
import { drawMatrix, type Proof } from './draw-matrix.ts';

const FILE = join(import.meta.dirname, '../../../docs/browsers.md');

/** Writes which row was proved in which engine, when `npm run browsers` asks for it. */
class BrowsersReporter implements Reporter {
  readonly #proofs: Proof[] = [];
  readonly #versions = new Map<string, string>();

  onTestEnd(test: TestCase, { steps, annotations }: TestResult): void {
    const engine = test.parent.project()?.name ?? '';
    const version = annotations.find(({ type }) => type === VERSION)?.description;
    if (version) this.#versions.set(engine, version);
    for (const { category, title, error } of steps) {
      if (category === 'test.step') this.#proofs.push({ row: title, engine, isProved: !error });
    }
  }

  onEnd(): void {
    if (process.env.MATRIX) writeFileSync(FILE, drawMatrix(this.#proofs, this.#versions));
  }

  printsToStdio(): boolean {
    return false;
  }
}

// The test runner asks for a default.
export default BrowsersReporter;
