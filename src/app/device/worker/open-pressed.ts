import { ADDRESSES } from '../../../parts/addresses.ts';
import { listPages, type WorkerScope } from './worker-scope.ts';

/** What a notification of the worker is about. Null: of several requests, or of none that is known. */
export interface AboutPressed {
  requestId: string | null;
}

/** What a page is told whose citizen has pressed a notification of the worker. */
export interface PressedMessage extends AboutPressed {
  type: 'PRESSED';
}

/** A press on a notification opens the request that it is about: in the page that is open, which is not loaded again under what is being typed, or in a new one. */
export function openPressed(scope: WorkerScope): void {
  scope.addEventListener('notificationclick', (event) => {
    event.notification.close();
    const { requestId = null }: Partial<AboutPressed> = event.notification.data ?? {};
    event.waitUntil(open(scope, requestId));
  });
}

async function open(scope: WorkerScope, requestId: string | null): Promise<void> {
  const pages = await listPages(scope);
  const page = pages.find(({ visibilityState }) => visibilityState === 'visible') ?? pages[0];
  if (!page) {
    const path = requestId ? `${ADDRESSES.requests}/${requestId}` : ADDRESSES.requests;
    await scope.clients.openWindow(import.meta.env.BASE_PATH + path);
    return;
  }
  // First, since a browser may let no page come to the front.
  page.postMessage({ type: 'PRESSED', requestId } satisfies PressedMessage);
  await page.focus();
}
