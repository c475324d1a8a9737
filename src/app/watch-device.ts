import type { DeviceDatabase } from '../db/device-database.ts';
import type { Clock } from '../lib/clock.ts';
import type { CitizenHome } from './citizen-home.ts';
import type { AppRouter } from './router.ts';
import { watchStorage } from './storage-watch.ts';
import { watchNewsWhenAllowed } from './watch-news-when-allowed.ts';

export interface DeviceWatchOptions {
  home: CitizenHome;
  device: DeviceDatabase;
  clock: Clock;
  router: AppRouter;
}

/** Looks after what the device keeps, and has it tell of news; until told to stop. */
export function watchDevice({ home, device, clock, router }: DeviceWatchOptions): () => void {
  const stopStorage = watchStorage({ home, device, clock, page: document });
  const stopNews = watchNewsWhenAllowed({ home, clock, router });
  return () => {
    stopStorage();
    stopNews();
  };
}
