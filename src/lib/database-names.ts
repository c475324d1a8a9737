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

/** Asks without making the database. A browser that does not answer keeps nothing. */
export async function hasEarlyWords(): Promise<boolean> {
  const names = await listDatabaseNames(systemClock);
  if (names) return names.includes(EARLY_WORDS_DATABASE);
  return (await answerOf(systemClock, () => isThere(EARLY_WORDS_DATABASE))) ?? false;
}

/** Returns null where the browser does not say: Firefox before 126 cannot be asked. */
async function listDatabaseNames(clock: Clock): Promise<(string | undefined)[] | null> {
  const databases = await answerOf(clock, async () => indexedDB.databases());
  return databases?.map(({ name }) => name) ?? null;
}

/** Opens the database; where there is none, aborts the upgrade that would make it. */
function isThere(name: string): Promise<boolean> {
  return new Promise((resolve) => {
    const request = indexedDB.open(name);
    request.onupgradeneeded = () => request.transaction?.abort();
    request.onerror = () => resolve(false);
    request.onsuccess = () => {
      request.result.close();
      resolve(true);
    };
  });
}

/** Returns null where the browser fails, or does not answer in time. */
function answerOf<T>(clock: Clock, ask: () => Promise<T>): Promise<T | null> {
  return new Promise((resolve) => {
    const cancel = clock.after(ANSWER_TIMEOUT_MS, () => resolve(null));
    ask()
      .then(resolve, () => resolve(null))
      .finally(cancel);
  });
}
