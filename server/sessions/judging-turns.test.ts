import { expect, it } from 'vitest';
import { gate } from '../testing/gate.ts';
import { createTurns } from './judging-turns.ts';

const LIMITS = { atWork: 2, waiting: 3, each: 2, waitsMs: 1000 };

/** Waits until everybody who can go on has done so. */
const allGoOn = () => new Promise(setImmediate);

/** People who each take a turn, and whose work ends when the test says so. */
function createWorld() {
  let now = 0;
  const turns = createTurns(LIMITS, () => now);
  const begun: string[] = [];
  const gates = new Map<string, ReturnType<typeof gate>>();
  return {
    begun,
    advance(ms: number) {
      now += ms;
    },
    take(name: string, of = name) {
      const working = gate();
      gates.set(name, working);
      return turns.take(of, async () => {
        begun.push(name);
        await working.pass();
        return name;
      });
    },
    async end(name: string) {
      gates.get(name)?.open();
      await allGoOn();
    },
  };
}

it('no more than two are at work, and whoever came last is next', async () => {
  const { take, begun, end } = createWorld();
  const all = ['a', 'b', 'c', 'd'].map((name) => take(name));
  await allGoOn();
  expect(begun).toEqual(['a', 'b']);
  await end('a');
  expect(begun).toEqual(['a', 'b', 'd']);
  await end('b');
  expect(begun).toEqual(['a', 'b', 'd', 'c']);
  for (const name of ['c', 'd']) await end(name);
  expect(await Promise.all(all)).toEqual(['a', 'b', 'c', 'd']);
});

it('the line has an end: whoever waits for the longest is told that there is no turn', async () => {
  const { take, end, begun } = createWorld();
  const all = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => take(name));
  expect(await all[2]).toBeNull();
  for (const name of ['a', 'b', 'f', 'e', 'd']) await end(name);
  expect(begun).toEqual(['a', 'b', 'f', 'e', 'd']);
  expect(await Promise.all(all)).toEqual(['a', 'b', null, 'd', 'e', 'f']);
});

it('whoever waits for too long, behind others, is told that there is no turn; alone they are next all the same', async () => {
  const { take, end, advance, begun } = createWorld();
  const all = ['a', 'b', 'c', 'd'].map((name) => take(name));
  advance(1000);
  await end('a');
  expect(await all[2]).toBeNull();
  expect(begun).toEqual(['a', 'b', 'd']);
  const alone = take('e');
  advance(1000);
  await end('b');
  expect(begun).toEqual(['a', 'b', 'd', 'e']);
  await end('e');
  expect(await alone).toBe('e');
});

it('one network has no more than its places, at work and waiting, and has them again afterwards', async () => {
  const { take, end } = createWorld();
  const all = [take('a', 'home'), take('b', 'home')];
  expect(await take('c', 'home')).toBeNull();
  expect(await Promise.race([take('d', 'elsewhere'), 'waits'])).toBe('waits');
  await end('a');
  await end('b');
  await Promise.all(all);
  const again = take('e', 'home');
  await end('e');
  expect(await again).toBe('e');
});

it('work that fails frees its place', async () => {
  const turns = createTurns({ ...LIMITS, atWork: 1 }, () => 0);
  const failing = turns.take('a', () => Promise.reject(new Error('no database')));
  const waiting = turns.take('b', async () => 'b');
  await expect(failing).rejects.toThrow('no database');
  expect(await waiting).toBe('b');
});
