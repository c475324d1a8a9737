import { type Part, readTable, writeTable } from './cost-table.ts';
import { forgetCosts, readCosts } from './costs.ts';
import { findGrowth, secondsByFile } from './growth.ts';
import { PARTS } from './parts.ts';
import { prepare } from './prepare.ts';
import { npm, run, runBeside } from './run-command.ts';

/**
 * `npm test` runs the gate, `npm run test:all` the full run, and `npm run test:all -- <part>` a part that takes longer still. It ends with the first thing that
 * fails.
 */
async function main(level: string, args: readonly string[]): Promise<void> {
  prepare(level);
  const [name = ''] = args;
  const part = Object.hasOwn(PARTS, name) ? PARTS[name] : undefined;
  if (level === 'all' && part) {
    await part.run(args.slice(1));
    return;
  }
  if (name !== '' && name !== '--write-costs') {
    const known = Object.entries(PARTS).map(([each, { what }]) => `  ${each}: ${what}`);
    throw new Error(`There is no part «${name}». npm run test:all -- takes\n${known.join('\n')}`);
  }
  const parts = await runLevel(level);
  if (level === 'gate') judgeCosts(parts, name === '--write-costs');
}

/** Nearly all that a test makes is garbage at its end: with so much room for what is new it is seldom collected, which saves a twentieth of the time. */
const UNIT = ['node', '--max-semi-space-size=64', 'node_modules/vitest/vitest.mjs', 'run'] as const;

async function runLevel(level: string): Promise<Part[]> {
  const env = { LEVEL: level };
  const parts: Part[] = [];
  const timed = async (name: string, work: () => Promise<void>) => {
    const from = Date.now();
    await work();
    parts.push({ name, minutes: (Date.now() - from) / 60_000 });
  };
  forgetCosts();
  await timed('lint, types and both builds', () =>
    runBeside([npm('lint'), npm('types')], [npm('build'), npm('build:demo')]),
  );
  await timed('unit', () => run(UNIT, env));
  await timed('end-to-end', () => run(['npx', 'playwright', 'test', '-c', 'e2e/playwright.config.ts'], env));
  for (const { name, minutes } of parts) console.log(`${name}: ${minutes.toFixed(1)} minutes`);
  tellSecondTries();
  return parts;
}

/** A flaky test is a fault: each test that passed only at its second try is named. */
function tellSecondTries(): void {
  for (const { file, tests } of readCosts())
    for (const { title, tries } of tests)
      if (tries > 1) console.log(`Needed a second try: ${title} (${file})`);
}

function judgeCosts(parts: readonly Part[], isToBeWritten: boolean): void {
  const costs = readCosts();
  if (isToBeWritten) writeTable(parts, costs);
  const table = readTable();
  const growth = table && findGrowth(table, secondsByFile(costs));
  if (growth) throw new Error(growth);
}

const [level = 'gate', ...args] = process.argv.slice(2);
try {
  await main(level, args);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
