import type { EngineName } from '../../e2e/engines/browsers/browser.ts';
import { findEngines } from '../../e2e/engines/browsers/find-engine.ts';
import type { Measurement } from '../measurement.ts';
import type { World } from '../world.ts';
import { type EngineTimes, measureEngine } from './measure-engine.ts';

const NAMES = { firefox: 'Firefox', webkit: 'WebKit' };
const TITLES: Record<keyof EngineTimes, string> = {
  list: 'Opening the list',
  request: 'Opening a request',
  key: 'Search: each key',
};
/** What is slower than so many times Chromium is looked into. */
const MOST = 3;

const measured = new Map<EngineName, Promise<EngineTimes>>();

/** Once for all rows. */
function timesOf(engine: EngineName, { server }: World): Promise<EngineTimes> {
  const times = measured.get(engine) ?? measureEngine(engine, server.origin);
  measured.set(engine, times);
  return times;
}

function ratioOf(engine: keyof typeof NAMES, job: keyof EngineTimes): Measurement {
  return {
    name: `${TITLES[job]}, ${NAMES[engine]} to Chromium`,
    goal: MOST,
    unit: '×',
    how: 'Each engine by real keys and clicks, none of them throttled, in one run; each of its times against the same one of Chromium’s.',
    async run(world) {
      const chromium = (await timesOf('chromium', world))[job];
      const other = (await timesOf(engine, world))[job];
      return other.map((ms, run) => ms / (chromium[run] ?? Number.NaN));
    },
  };
}

/** Rows of the engines that are installed here. */
export const otherEngines: readonly Measurement[] = (['firefox', 'webkit'] as const)
  .filter((engine) => findEngines().includes(engine))
  .flatMap((engine) => (['list', 'request', 'key'] as const).map((job) => ratioOf(engine, job)));
