import { DEFAULT_DAY_LIMITS } from '../../domain/day-limits.ts';
import { npm, run } from './run-command.ts';

interface TestPart {
  what: string;
  run(args: readonly string[]): Promise<void>;
}

const vitest = (env: Record<string, string>, ...args: string[]) =>
  run(['npx', 'vitest', 'run', ...args], { LEVEL: 'all', ...env });

const playwright = async (env: Record<string, string>, ...args: string[]) => {
  await run(npm('build'));
  await run(npm('build:demo'));
  await run(['npx', 'playwright', 'test', '-c', 'e2e/playwright.config.ts', ...args], {
    LEVEL: 'all',
    ...env,
  });
};

/** Runs that take longer than the full run, or write a document. Each passes further words on to its runner. */
export const PARTS: Readonly<Record<string, TestPart>> = {
  a11y: {
    what: 'every page in every state through all lenses, into docs/accessibility-matrix.md',
    run: (args) => playwright({ WRITE_MATRIX: '1' }, '--project=a11y', ...args),
  },
  browsers: {
    what: 'which row is proved in which engine, into docs/browsers.md',
    run: (args) =>
      playwright(
        { WRITE_BROWSERS: '1', ALL_ENGINES: '1' },
        '--project=chromium',
        '--project=firefox',
        '--project=webkit',
        ...args,
      ),
  },
  closed: {
    what: 'submitted, closed and opened again at two hundred random moments while the worker sends',
    run: (args) =>
      playwright(
        { TIMES: String(DEFAULT_DAY_LIMITS.dayRequestsMax) },
        '--project=reliability',
        'background-sync',
        '--grep=random moment',
        // One run submits as many requests as a citizen may send in a day; the run is made twice.
        '--repeat-each=2',
        ...args,
      ),
  },
  crashes: {
    what: 'the reference server killed until fifty calls of each kind of write were cut off',
    run: (args) => vitest({ CRASHES: '50' }, 'server/crashes', ...args),
  },
  fuzz: {
    what: '5 000 calls that the contract describes, or nearly; FUZZ_SEED repeats what failed',
    run: (args) => vitest({ FUZZ: '5000' }, 'fuzz', ...args),
  },
  image: {
    what: 'the image as its container would run it, without Docker',
    async run() {
      await run(npm('build'));
      await run(npm('build:server'));
      await run(['ops/try-image.sh']);
    },
  },
  leave: {
    what: 'leaving for another document and coming back at fifty moments',
    run: (args) => playwright({ LEAVES: '50' }, 'back-forward-cache', ...args),
  },
  mutants: {
    what: 'small faults planted in what keeps the promises, each seen by a test or named: --count=60 --seed=1',
    run: (args) => run(['npx', 'tsx', 'ops/mutants/run.ts', ...args]),
  },
  nodes: {
    what: 'the leader of two nodes of PostgreSQL killed ten times under load, and what is there afterwards',
    run: (args) => vitest({ KILLS: '10' }, 'server/two-nodes', ...args),
  },
  soak: {
    what: '20 000 random schedules in the page, 1 000 against the reference server; SEED repeats what failed',
    async run(args) {
      await vitest({ SCHEDULES: '20000' }, '--project=data', 'src/sync/promises', ...args);
      await vitest({ SCHEDULES: '1000' }, 'server/promises', ...args);
    },
  },
  storm: {
    what: 'as many drafts as one may submit in a day, of three tabs in a storm of faults, to the pretend and to the reference server, three times',
    run: (args) =>
      playwright(
        { DRAFTS: String(DEFAULT_DAY_LIMITS.dayRequestsMax) },
        'three-tabs',
        'storm-on-postgres',
        '--repeat-each=3',
        '--workers=1',
        ...args,
      ),
  },
};
