import type { FileCost } from './costs.ts';

/** By how much tests may grow before whoever changes them has to say so by writing the table anew. */
const GROWTH_MAX = 0.1;
/** Too short for its time to tell how fast a machine is. */
const TELLING_SECONDS = 1;
const NAMED = 5;

export type Seconds = ReadonlyMap<string, number>;

/** Seconds of tests in each file; those of several runs add up. */
export function secondsByFile(costs: readonly FileCost[]): Map<string, number> {
  const seconds = new Map<string, number>();
  for (const { file, seconds: more } of costs) seconds.set(file, (seconds.get(file) ?? 0) + more);
  return seconds;
}

/** Whatever else the machine does slows browsers more than it slows tests without one. */
const needsBrowser = (file: string) => file.startsWith('e2e/');

/**
 * How much slower this machine is than that of the table, by the file in the middle of all that are in both: a slow hour slows all of them, a
 * test that has grown slows one.
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

/** The sentence that says by how much the tests have grown, and where; null while they have not. */
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
