import type { Outcome } from './cross-places.ts';
import { FULL_LENSES, nameLens } from './lenses.ts';
import { STATES } from './places.ts';

/** A row for each route, a column for each state. */
export function drawMatrix(outcomes: readonly Outcome[]): string {
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
