import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { createFaultyTab } from './faulty-network.ts';

setFlagsFromString('--expose_gc');
const collectGarbage: () => void = runInNewContext('gc');

/** Lets a tab die at work, and returns a weak reference to what it worked with: in real tests a device's database and a server. */
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
  // The engine holds the target of a weak reference until the turn that made it is over.
  await new Promise(setImmediate);
  collectGarbage();
  expect(tabs.filter((work) => work.deref() !== undefined)).toHaveLength(0);
});
