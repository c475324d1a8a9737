import { useSession } from '../../state/session.ts';
import { type AskForSyncOptions, askForSync } from './ask-for-sync.ts';
import { watchPressed } from './watch-pressed.ts';

interface WorkerOptions extends Pick<AskForSyncOptions, 'scope' | 'device'> {
  workers: ServiceWorkerContainer;
  /** Opens the request of which there is news, or the list. */
  openNews: (requestId: string | null) => void;
}

/** What this page and the worker have to say to each other, but for updates; until told to stop. */
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
