import { loadavg } from 'node:os';
import type { Measured } from './send-load.ts';

/** Of what took so long each: how long as many of a hundred took at most. */
function quantile(sorted: readonly number[], share: number): string {
  return (sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN).toFixed(0);
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

export function perSecond({ times, tookMs }: Measured): number {
  return (times.length * 1000) / tookMs;
}

export interface Row {
  database: string;
  connections: number;
  citizens: number;
  kind: string;
  atOnce: number;
}

export const HEAD = `| database | connections to it | citizens | what | at once | per second | median ms | 95 % ms | 99 % ms | kB each | load |
|---|---|---|---|---|---|---|---|---|---|---|`;

export function lineOf({ database, connections, citizens, kind, atOnce }: Row, measured: Measured): string {
  const sorted = measured.times.toSorted((a, b) => a - b);
  const [load = 0] = loadavg();
  const cells = [
    database,
    connections,
    citizens,
    kind,
    atOnce,
    perSecond(measured).toFixed(1),
    ...[0.5, 0.95, 0.99].map((share) => quantile(sorted, share)),
    (measured.bytes / 1000 / sorted.length).toFixed(1),
    load.toFixed(1),
  ];
  return `| ${cells.join(' | ')} |`;
}
