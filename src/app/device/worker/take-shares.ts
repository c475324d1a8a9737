import { failedShare, SHARE_PATH } from '../../../../shared/share-address.ts';
import { URL_OF_BACKGROUND } from './send-when-connected.ts';
import type { WorkerScope } from './worker-scope.ts';

const ACTION = import.meta.env.BASE_PATH + SHARE_PATH;

/**
 * Takes what another app of the device shares, and leads to the page on which the citizen chooses a draft for it. Nothing of the share goes to a
 * server. The code that keeps it is in the file that sends, which every browser with a share target has had since the worker was installed.
 */
export function takeShares(scope: WorkerScope): void {
  scope.addEventListener('fetch', (event) => {
    const { method, url } = event.request;
    if (method === 'POST' && new URL(url).pathname === ACTION)
      event.respondWith(takeShare(scope, event.request));
  });
}

async function takeShare(scope: WorkerScope, request: Request): Promise<Response> {
  const address = isOfAnotherSite(request)
    ? failedShare('origem')
    : await keep(scope, request).catch(() => failedShare('espaco'));
  return Response.redirect(new URL(import.meta.env.BASE_PATH + address, request.url).href, 303);
}

async function keep(scope: WorkerScope, request: Request): Promise<string> {
  if (!scope.keepShared) scope.importScripts(URL_OF_BACKGROUND);
  if (!scope.keepShared) throw new Error('Nothing here keeps what is shared');
  return scope.keepShared(request);
}

/** Returns whether a page of another site sends the share. The system shares without a page: its request names none, or has the origin *null*. */
function isOfAnotherSite({ headers, referrer, url }: Request): boolean {
  const { origin } = new URL(url);
  const sender = headers.get('Origin') ?? 'null';
  const isForeign = sender !== 'null' && sender !== origin;
  return isForeign || (/^https?:/.test(referrer) && new URL(referrer).origin !== origin);
}
