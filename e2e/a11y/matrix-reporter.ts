import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Reporter, TestCase, TestResult } from '@playwright/test/reporter';
import { OUTCOME, type Outcome } from './cross-places.ts';
import { FULL_LENSES, nameLens } from './lenses.ts';
import { STATES } from './places.ts';

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

/** A row for each route, a column for each state. */
function drawMatrix(outcomes: readonly Outcome[]): string {
  const routes = [...new Set(outcomes.map(({ route }) => route))];
  const looks = outcomes.reduce((sum, { lenses }) => sum + lenses, 0);
  const failed = outcomes.flatMap(({ failed: all, ...place }) => all.map((each) => ({ ...place, each })));
  const rows = routes.map(
    (route) => `| \`${route}\` | ${STATES.map((state) => cell(route, state)).join(' | ')} |`,
  );

  function cell(route: string, state: string): string {
    const here = outcomes.filter((outcome) => outcome.route === route && outcome.state === state);
    if (here.length === 0) return '–';
    const count = here.reduce((sum, { lenses }) => sum + lenses, 0);
    const wrong = here.reduce((sum, outcome) => sum + outcome.failed.length, 0);
    return wrong === 0 ? `✓ ${count}` : `✗ ${wrong} of ${count}`;
  }

  return `# Accessibility matrix

Written by \`npm run test:all -- a11y\` (${new Date().toISOString().slice(0, 10)}). ${outcomes.length} places, looked at ${looks} times, ${failed.length} findings.

Each number says how often a place was looked at: ${FULL_LENSES.map(nameLens).join('; ')}; and
twice by Tab from start to end, on the widest and on the smallest screen. Each look asks axe (WCAG 2.0 to 2.2 A and AA, best practices) and measures: no
sideways scroll, no text cut or outside the screen, targets of 44 × 44 px, one \`h1\`, a title, a language, no running animation under reduced motion. A dash: the
route has no such state.

| route | ${STATES.join(' | ')} |
|---|${STATES.map(() => '---|').join('')}
${rows.join('\n')}
${failed.length > 0 ? `\n## Findings\n\n${failed.map(({ route, state, how, each }) => `- ${route} · ${state} · ${how}: ${each}`).join('\n')}\n` : ''}`;
}

// Playwright loads a reporter by its default export.
export default MatrixReporter;
