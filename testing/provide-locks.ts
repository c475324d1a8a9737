import { onTestFinished } from 'vitest';
import { queueLocks } from './queue-locks.ts';

type Run = () => Promise<unknown>;

/** Gives the page a browser's locks, which several tabs may share and which say who holds them. jsdom has none. */
export function provideLocks(): LockManager {
  const inTurn = queueLocks();
  const held = new Set<LockInfo>();
  const locks = {
    request(name: string, ...given: [Run] | [LockOptions, Run]) {
      const [options, run] = given.length === 1 ? [{}, ...given] : given;
      if (options.mode !== 'shared') return inTurn.request(name, run);
      const lock = { name };
      held.add(lock);
      return run().finally(() => held.delete(lock));
    },
    query: async () => ({ held: [...held] }),
  } as LockManager;
  Object.defineProperty(navigator, 'locks', { configurable: true, value: locks });
  onTestFinished(() => {
    Reflect.deleteProperty(navigator, 'locks');
  });
  return locks;
}
