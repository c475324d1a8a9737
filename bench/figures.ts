import { cpus, loadavg } from 'node:os';

/** What so large a share of the values is at most. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

export function median(values: readonly number[]): number {
  const negated = values.map((value) => -value);
  return (quantile(values, 0.5) - quantile(negated, 0.5)) / 2;
}

export const MACHINE = `Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model}`;

/** How many processes want a CPU. */
export function readLoad(): string {
  return (loadavg()[0] ?? 0).toFixed(1);
}
