import type { StorageWatchOptions } from './storage-watch.ts';

/** Nobody's first screen waits for it: what is written until then is watched already. */
const START_AFTER_MS = 2000;

export function watchStorageLater(options: StorageWatchOptions): () => void {
  let stop: (() => void) | null = null;
  let isStopped = false;

  async function start(): Promise<void> {
    const { watchStorage } = await import('./storage-watch.ts');
    if (!isStopped) stop = watchStorage(options);
  }

  // Without its code the notice still comes, from the writes themselves.
  const cancel = options.clock.after(START_AFTER_MS, () => void start().catch(() => undefined));
  return () => {
    isStopped = true;
    cancel();
    stop?.();
  };
}
