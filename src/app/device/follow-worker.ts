import { useSession } from '../../state/session.ts';
import { type AskForSyncOptions, askForSync } from './ask-for-sync.ts';
import { watchPressed } from './watch-pressed.ts';

interface WorkerOptions extends Pick<AskForSyncOptions, 'scope' | 'device'> {
  workers: ServiceWorkerContainer;
  /** Opens a request that has news, or the list for null. */
  openNews: (requestId: string | null) => void;
}

/** Connects this page with the worker, except for updates: for pressed notifications and for sending. Returns the function that ends it. */
export function followWorker({ scope, device, workers, openNews }: WorkerOptions): () => void {
  const stopPressed = watchPressed(workers, openNews);
  const stopAsking = askForSync({
    scope,
    device,
    page: document,
    registration: workers.ready,
    isShared: () => useSession.getState().citizen?.shared === true,
  });
  return () => {
    stopPressed();
    stopAsking();
  };
}
