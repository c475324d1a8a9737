import { isMemoryOnly } from '../db/core/storage-trouble.ts';
import { isUnderWay } from '../lib/under-way.ts';

/** Whether a new document would come in the place of this one, and nothing be lost that this page alone has. */
export async function canLoadAnew(): Promise<boolean> {
  // Files may have begun to be read since the server was asked.
  return !isMemoryOnly() && (await serverAnswers()) && !isUnderWay();
}

/** Returns whether the app's own server answers, whatever the browser says of the connection. */
function serverAnswers(): Promise<boolean> {
  return fetch(`${import.meta.env.BASE_PATH}/`, { cache: 'no-store' }).then(
    ({ ok }) => ok,
    () => false,
  );
}
