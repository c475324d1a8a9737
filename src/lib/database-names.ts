import { type Clock, systemClock } from './clock.ts';

/** Whose drafts to open on this device, and what is yet to be done for whoever left it. */
export const DEVICE_DATABASE = 'eclic-device';
/** Holds what was typed before the app had come; it goes when the last of it is in a draft (`early-words.ts`). */
export const EARLY_WORDS_DATABASE = 'eclic-early-words';

/** A browser that has not said by then will not say. */
const ANSWER_TIMEOUT_MS = 1000;

/**
 * Whether anybody was ever here, if only to type before the app had come, without the code that opens databases. Where the browser does not
 * say, somebody may have been.
 */
export async function deviceExists(clock: Clock): Promise<boolean> {
  const names = await listDatabaseNames(clock);
  return names === null || names.includes(DEVICE_DATABASE) || names.includes(EARLY_WORDS_DATABASE);
}

/** Asks without making the database. A browser that cannot tell has none of them: it keeps nothing, or is older than those that we mean. */
export async function hasEarlyWords(): Promise<boolean> {
  return (await listDatabaseNames(systemClock))?.includes(EARLY_WORDS_DATABASE) ?? false;
}

/** Null where the browser does not say: some cannot be asked. */
function listDatabaseNames(clock: Clock): Promise<(string | undefined)[] | null> {
  return new Promise((resolve) => {
    const cancel = clock.after(ANSWER_TIMEOUT_MS, () => resolve(null));
    askForNames()
      .then(resolve, () => resolve(null))
      .finally(cancel);
  });
}

/** Fails where there are databases and no way to ask for their names. */
async function askForNames(): Promise<(string | undefined)[]> {
  return (await indexedDB.databases()).map(({ name }) => name);
}
