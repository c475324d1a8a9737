import type { DeviceDatabase } from '../../db/core/device-database.ts';
import { eraseOldShares, timeToNextErasure } from '../../db/core/shares.ts';
import type { Clock } from '../../lib/clock.ts';

/** Erases each share an hour after it came, at the start and while a page is open. Returns the function that stops it. */
export function watchShares(device: DeviceDatabase, clock: Clock): () => void {
  let cancel: (() => void) | null = null;
  let isStopped = false;

  async function erase(): Promise<void> {
    await eraseOldShares(device, clock.now());
    const wait = await timeToNextErasure(device, clock.now());
    if (!isStopped && wait !== null) cancel = clock.after(wait, start);
  }

  // A share that cannot be erased now is erased at the next start; until then nobody is shown it.
  function start(): void {
    void erase().catch(() => undefined);
  }

  start();
  return () => {
    isStopped = true;
    cancel?.();
  };
}
