import { isMemoryOnly } from '../db/core/storage-trouble.ts';
import { isUnderWay } from '../lib/under-way.ts';

/** Whether the document can be loaded anew: the server answers, and this page alone has nothing that would be lost. */
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
