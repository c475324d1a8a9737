import type { DeviceWatchOptions } from './watch-device.ts';

/** Nobody's first screen waits for it: what is written until then is watched already. */
const START_AFTER_MS = 2000;

export function watchDeviceLater(options: DeviceWatchOptions): () => void {
  let stop: (() => void) | null = null;
  let isStopped = false;

  async function start(): Promise<void> {
    const { watchDevice } = await import('./watch-device.ts');
    if (!isStopped) stop = watchDevice(options);
  }

  // Without its code the notice still comes, from the writes themselves.
  const cancel = options.clock.after(START_AFTER_MS, () => void start().catch(() => undefined));
  return () => {
    isStopped = true;
    cancel();
    stop?.();
  };
}
