import { WORLD_FORMAT, type World } from './tables.ts';

/** The only row of its table. */
export const WORLD_KEY = 'world';

/** The seed's requests take the numbers up to 123. */
const FIRST_REFERENCE = 108;

/** Makes an empty world, at the real time, without faults. */
export function newWorld(): World {
  return {
    format: WORLD_FORMAT,
    epoch: crypto.randomUUID().slice(0, 8),
    clockOffsetMs: 0,
    nextReference: FIRST_REFERENCE,
    lastSequence: 0,
    faults: { latencyMs: 0, errorRate: 0, dropRate: 0, lostAnswerRate: 0, offline: false },
  };
}
