import { ADDRESSES } from '../../../parts/addresses.ts';
import { type About, showPush } from '../../../parts/show-push.ts';
import { listPages, type WorkerClient, type WorkerScope } from './worker-scope.ts';

/** Shows what the push service brings, even while e-Clic is being looked at: some browsers take the permission away from an app that shows nothing. */
export function showPushed(scope: WorkerScope): void {
  scope.addEventListener('push', (event) =>
    event.waitUntil(showPush(scope.registration, event.data?.text() ?? null)),
  );
}

/** The message that the worker posts to a page when the citizen presses one of its notifications. */
export interface PressedMessage extends About {
  type: 'PRESSED';
}

/** A page listens only some seconds after its start (`watch-device.ts`): until then the worker repeats the message. */
const TELL_EACH_MS = 500;
const TELLS = 12;

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** Opens the request that a pressed notification is about: in an open page, which is not loaded again because somebody may be typing, or in a new one. */
export function openPressed(scope: WorkerScope, wait: (ms: number) => Promise<void> = pause): void {
  scope.addEventListener('notificationclick', (event) => {
    event.notification.close();
    const { requestId = null }: Partial<About> = event.notification.data ?? {};
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
  // The page gets the message even where the browser does not let it come to the front.
  await Promise.all([tell(page, { type: 'PRESSED', requestId }, wait), page.focus()]);
}

/** Repeats the message until the page says that it has heard it, at most `TELLS` times. */
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
