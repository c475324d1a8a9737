import type { FileCost } from './costs.ts';

/** How much the tests may grow. Beyond that the gate fails until somebody writes the table anew. */
const GROWTH_MAX = 0.1;
/** A file that takes less is too short to tell how fast the machine is. */
const TELLING_SECONDS = 1;
const NAMED = 5;

export type Seconds = ReadonlyMap<string, number>;

/** Adds up the seconds of each file over several runs. */
export function secondsByFile(costs: readonly FileCost[]): Map<string, number> {
  const seconds = new Map<string, number>();
  for (const { file, seconds: more } of costs) seconds.set(file, (seconds.get(file) ?? 0) + more);
  return seconds;
}

/** Tests with a browser suffer more from other work on the machine than tests without one. */
const needsBrowser = (file: string) => file.startsWith('e2e/');

/**
 * Returns how much slower this machine is than that of the table: the middle ratio of all files that are in both. A slow hour slows all files, and a test that
 * has grown slows one.
 */
export function slownessOf(before: Seconds, now: Seconds): number {
  const ratios = [...before]
    .filter(([file, seconds]) => seconds >= TELLING_SECONDS && now.has(file))
    .map(([file, seconds]) => (now.get(file) ?? 0) / seconds)
    .toSorted((one, other) => one - other);
  return ratios[Math.floor(ratios.length / 2)] ?? 1;
}

function only(seconds: Seconds, isMeant: (file: string) => boolean): Seconds {
  return new Map([...seconds].filter(([file]) => isMeant(file)));
}

/** Returns a sentence that says by how much the tests have grown and where; null if they have not. */
export function findGrowth(before: Seconds, now: Seconds): string | null {
  const withBrowser = slownessOf(only(before, needsBrowser), now);
  const without = slownessOf(
    only(before, (file) => !needsBrowser(file)),
    now,
  );
  const more = [...now].map(([file, seconds]) => {
    const atItsSpeed = seconds / (needsBrowser(file) ? withBrowser : without);
    return { file, atItsSpeed, seconds: atItsSpeed - (before.get(file) ?? 0) };
  });
  const sum = [...before.values()].reduce((one, other) => one + other, 0);
  const sumNow = more.reduce((seconds, { atItsSpeed }) => seconds + atItsSpeed, 0);
  if (sumNow <= sum * (1 + GROWTH_MAX)) return null;
  const dearest = more
    .toSorted((one, other) => other.seconds - one.seconds)
    .slice(0, NAMED)
    .map(({ file, seconds }) => `${file} +${seconds.toFixed(1)} s`);
  return `The tests cost ${Math.round((sumNow / sum - 1) * 100)} % more than docs/measured/gate.md says: ${dearest.join(', ')}. Make them cheaper, or say so: npm test -- --write-costs`;
}
