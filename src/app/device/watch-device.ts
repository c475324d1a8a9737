import type { DeviceDatabase } from '../../db/core/device-database.ts';
import type { Clock } from '../../lib/clock.ts';
import type { SessionScope } from '../session/session-scope.ts';
import { watchStorage } from './storage-watch.ts';
import { watchNewsWhenAllowed } from './watch-news-when-allowed.ts';

export interface DeviceWatchOptions {
  scope: SessionScope;
  device: DeviceDatabase;
  clock: Clock;
  /** Shows a request of which there is news, or the list where there is news of several. */
  openNews: (requestId: string | null) => void;
}

/** Looks after what the device keeps, and has it tell of news; until told to stop. */
export function watchDevice({ scope, device, clock, openNews }: DeviceWatchOptions): () => void {
  const stopStorage = watchStorage({ scope, device, clock, page: document });
  const stopNews = watchNewsWhenAllowed({ scope, clock, openNews });
  return () => {
    stopStorage();
    stopNews();
  };
}
