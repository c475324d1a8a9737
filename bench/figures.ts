import { cpus, loadavg } from 'node:os';

/** Returns the value that this share of the values does not exceed; between two values, what lies between them. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const place = share * (sorted.length - 1);
  const [below = Number.NaN, above = Number.NaN] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  return below + (above - below) * (place % 1);
}

export const MACHINE = `Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model}`;

/** Returns how many processes want a CPU: the load average of the last minute. */
export function readLoad(): string {
  return (loadavg()[0] ?? 0).toFixed(1);
}

/** Runs the function this many times, one after the other. */
export async function repeat<T>(times: number, run: (n: number) => Promise<T>): Promise<T[]> {
  const values: T[] = [];
  while (values.length < times) values.push(await run(values.length));
  return values;
}

/** Runs the function, and returns how long that took, in ms. */
export async function takeTime(run: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await run();
  return performance.now() - begun;
}

export function toTableLine(cells: readonly unknown[]): string {
  return `| ${cells.join(' | ')} |`;
}
