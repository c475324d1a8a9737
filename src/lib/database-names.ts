import { type Clock, systemClock } from './clock.ts';

/** A browser that has not said by then will not say. */
const ANSWER_TIMEOUT_MS = 1000;

/** Of the databases that there are here, without the code that opens them. Null where the browser does not say: some cannot be asked. */
export function listDatabaseNames(clock: Clock = systemClock): Promise<(string | undefined)[] | null> {
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
