import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Reporter, TestCase, TestResult } from '@playwright/test/reporter';
import { OUTCOME, type Outcome } from './cross-places.ts';
import { drawMatrix } from './draw-matrix.ts';

const FILE = join(import.meta.dirname, '../../docs/accessibility-matrix.md');

/** Writes what the full run of the matrix found as a table into the documentation. */
class MatrixReporter implements Reporter {
  readonly #outcomes = new Map<string, Outcome>();

  onTestEnd(test: TestCase, result: TestResult): void {
    const body = result.attachments.find(({ name }) => name === OUTCOME)?.body;
    if (body) this.#outcomes.set(test.id, JSON.parse(body.toString()) as Outcome);
  }

  onEnd(): void {
    if (process.env.WRITE_MATRIX) writeFileSync(FILE, drawMatrix([...this.#outcomes.values()]));
  }

  printsToStdio(): boolean {
    return false;
  }
}

// Playwright loads a reporter by its default export.
export default MatrixReporter;
