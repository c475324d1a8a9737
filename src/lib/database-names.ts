import { type Clock, systemClock } from './clock.ts';

/** This database says whose drafts to open on this device, and what is yet to be done for citizens who left it. */
export const DEVICE_DATABASE = 'eclic-device';
/** This database holds what was typed before the app had come; it is deleted when the last of it is in a draft (`early-words.ts`). */
export const EARLY_WORDS_DATABASE = 'eclic-early-words';

/** A browser that has not answered within this time will not answer. */
const ANSWER_TIMEOUT_MS = 1000;

/**
 * Returns whether anybody was ever here, if only to type before the app had come. It needs none of the code that opens databases. Where the browser
 * does not say, somebody may have been here.
 */
export async function deviceExists(clock: Clock): Promise<boolean> {
  const names = await listDatabaseNames(clock);
  return names === null || names.includes(DEVICE_DATABASE) || names.includes(EARLY_WORDS_DATABASE);
}

/** Asks without making the database. A browser that cannot tell has no such words: it keeps nothing, or is older than those that e-Clic supports. */
export async function hasEarlyWords(): Promise<boolean> {
  return (await listDatabaseNames(systemClock))?.includes(EARLY_WORDS_DATABASE) ?? false;
}

/** Returns null where the browser does not say: some cannot be asked. */
function listDatabaseNames(clock: Clock): Promise<(string | undefined)[] | null> {
  return new Promise((resolve) => {
    const cancel = clock.after(ANSWER_TIMEOUT_MS, () => resolve(null));
    askForNames()
      .then(resolve, () => resolve(null))
      .finally(cancel);
  });
}

/** Rejects where the browser has databases and no way to ask for their names. */
async function askForNames(): Promise<(string | undefined)[]> {
  return (await indexedDB.databases()).map(({ name }) => name);
}
