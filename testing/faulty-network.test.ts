import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { createFaultyTab } from './faulty-network.ts';

setFlagsFromString('--expose_gc');
const collectGarbage: () => void = runInNewContext('gc');

/** What a tab worked with when it died: a device's database, a server. */
async function dieAtWork(): Promise<WeakRef<object>> {
  const work = { words: 'de uma página que já não há' };
  const tab = createFaultyTab(() => Promise.reject(new TypeError('Nobody answers')), ['killedBefore']);
  const round = async () => {
    await tab.server(new Request('http://e-clic.test/'));
    return work;
  };
  await Promise.race([round(), tab.killed]);
  return new WeakRef(work);
}

test('a tab that died is let go of with all that it worked with, or each of many schedules would stay in memory', async () => {
  const tabs = await Promise.all(Array.from({ length: 20 }, dieAtWork));
  // A weak reference is held until the turn in which it was made is over.
  await new Promise(setImmediate);
  collectGarbage();
  expect(tabs.filter((work) => work.deref() !== undefined)).toHaveLength(0);
});
