import type { OfficeFiles } from './office-files.ts';
import type { Transaction } from './store.ts';
import type { World } from './tables.ts';

/** One transaction's view of the world. */
export interface Call {
  tx: Transaction;
  /** The world, replaced and never changed in place; it is kept at the end of the transaction. */
  world: World;
  realNow: number;
  officeFiles: OfficeFiles;
}

/** Returns the world's time in ms, which tests and the demo panel move. */
export function worldNow({ world, realNow }: Call): number {
  return realNow + world.clockOffsetMs;
}

export function worldInstant(call: Call): string {
  return new Date(worldNow(call)).toISOString();
}
