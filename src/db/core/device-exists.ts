import type { Clock } from '../../lib/clock.ts';
import { listDatabaseNames } from '../../lib/database-names.ts';
import { EARLY_WORDS_DATABASE } from '../../lib/has-early-words.ts';

export const DEVICE_DATABASE = 'eclic-device';

/**
 * Whether this device has databases of e-Clic, or words typed before the app was loaded. Needs none of the code that opens databases. True
 * where the browser does not say.
 */
export async function deviceExists(clock: Clock): Promise<boolean> {
  const names = await listDatabaseNames(clock);
  return names === null || names.includes(DEVICE_DATABASE) || names.includes(EARLY_WORDS_DATABASE);
}
