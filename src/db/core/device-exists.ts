import type { Clock } from '../../lib/clock.ts';
import { listDatabaseNames } from '../../lib/database-names.ts';
import { EARLY_WORDS_DATABASE } from '../../lib/has-early-words.ts';

export const DEVICE_DATABASE = 'eclic-device';

/**
 * Whether anybody was ever here, if only to type before the app had come, without the code that opens databases. Where the browser does not
 * say, somebody may have been.
 */
export async function deviceExists(clock: Clock): Promise<boolean> {
  const names = await listDatabaseNames(clock);
  return names === null || names.includes(DEVICE_DATABASE) || names.includes(EARLY_WORDS_DATABASE);
}
