import { ADDRESSES } from '../../../parts/addresses.ts';
import { listPages, type WorkerClient, type WorkerScope } from './worker-scope.ts';

/** What a notification of the worker is about. Null: of several requests, or of none that is known. */
export interface AboutPressed {
  requestId: string | null;
}

/** What a page is told whose citizen has pressed a notification of the worker. */
export interface PressedMessage extends AboutPressed {
  type: 'PRESSED';
}

/** A page watches the device only some seconds after its start: until then it is told again. */
const TELL_EACH_MS = 500;
const TELLS = 12;

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** A press on a notification opens the request that it is about: in the page that is open, which is not loaded again under what is being typed, or in a new one. */
export function openPressed(scope: WorkerScope, wait: (ms: number) => Promise<void> = pause): void {
  scope.addEventListener('notificationclick', (event) => {
    event.notification.close();
    const { requestId = null }: Partial<AboutPressed> = event.notification.data ?? {};
    event.waitUntil(open(scope, requestId, wait));
  });
}

async function open(
  scope: WorkerScope,
  requestId: string | null,
  wait: (ms: number) => Promise<void>,
): Promise<void> {
  const pages = await listPages(scope);
  const page = pages.find(({ visibilityState }) => visibilityState === 'visible') ?? pages[0];
  if (!page) {
    const path = requestId ? `${ADDRESSES.requests}/${requestId}` : ADDRESSES.requests;
    await scope.clients.openWindow(import.meta.env.BASE_PATH + path);
    return;
  }
  // A browser may let no page come to the front: it is told all the same.
  await Promise.all([tell(page, { type: 'PRESSED', requestId }, wait), page.focus()]);
}

/** Until the page says that it has heard. */
async function tell(
  page: WorkerClient,
  message: PressedMessage,
  wait: (ms: number) => Promise<void>,
): Promise<void> {
  let isHeard = false;
  for (let times = 0; times < TELLS && !isHeard; times += 1) {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      isHeard = true;
      port1.close();
    };
    page.postMessage(message, [port2]);
    await wait(TELL_EACH_MS);
  }
}
