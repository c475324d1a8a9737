import type { Clock } from '../../lib/clock.ts';

export const DEVICE_DATABASE = 'eclic-device';

/** A browser that has not said by then will not say. */
const ANSWER_TIMEOUT_MS = 1000;

/** Whether anybody was ever here, without the code that opens databases. Where the browser does not say, somebody may have been. */
export function deviceExists(clock: Clock): Promise<boolean> {
  return new Promise((resolve) => {
    const cancel = clock.after(ANSWER_TIMEOUT_MS, () => resolve(true));
    listNames()
      .then((names) => resolve(names.includes(DEVICE_DATABASE)))
      .catch(() => resolve(true))
      .finally(cancel);
  });
}

/** Some browsers have databases, and no way to ask for their names. */
async function listNames(): Promise<(string | undefined)[]> {
  return (await indexedDB.databases()).map(({ name }) => name);
}
