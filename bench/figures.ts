import { cpus, loadavg } from 'node:os';

/** Returns the value that this share of the values does not exceed. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

export function median(values: readonly number[]): number {
  const negated = values.map((value) => -value);
  return (quantile(values, 0.5) - quantile(negated, 0.5)) / 2;
}

export const MACHINE = `Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model}`;

/** Returns how many processes want a CPU: the load average of the last minute. */
export function readLoad(): string {
  return (loadavg()[0] ?? 0).toFixed(1);
}
