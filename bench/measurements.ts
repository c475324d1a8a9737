import type { Measurement } from './measurement.ts';
import { answers } from './rows/answers.ts';
import { films } from './rows/films.ts';
import { firstVisits } from './rows/first-visits.ts';
import { keys } from './rows/keys.ts';
import { offlineStart } from './rows/offline-start.ts';
import { presses } from './rows/presses.ts';
import { rounds } from './rows/rounds.ts';
import { weights } from './rows/weights.ts';

/** In the order of the table. */
export const MEASUREMENTS: readonly Measurement[] = [
  ...weights,
  ...firstVisits,
  offlineStart,
  ...answers,
  ...films,
  ...presses,
  ...keys,
  ...rounds,
];
