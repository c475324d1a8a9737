import type { PressedMessage } from './worker/notifications.ts';

/** Opens what a notification of the worker is about when it is pressed while this page is open. Returns the function that stops it. */
export function watchPressed(
  workers: Pick<EventTarget, 'addEventListener' | 'removeEventListener'>,
  open: (requestId: string | null) => void,
): () => void {
  function onMessage({ data, ports: [heard] }: MessageEvent<PressedMessage | null>): void {
    if (data?.type !== 'PRESSED') return;
    heard?.postMessage(null);
    open(data.requestId);
  }
  const listener = (event: Event) => onMessage(event as MessageEvent);
  workers.addEventListener('message', listener);
  return () => workers.removeEventListener('message', listener);
}
