import type { IncomingMessage, ServerResponse } from 'node:http';
import { failedShare, SHARE_PATH } from '../shared/share-address.ts';

/**
 * What another app of a device shares comes here only before the app's worker is there to take it. The page of that address says so; nothing of
 * the body is read or kept.
 */
export function answerEarlyShare(
  request: IncomingMessage,
  response: ServerResponse,
  basePath: string,
): boolean {
  if (request.method !== 'POST' || request.url?.split('?')[0] !== SHARE_PATH) return false;
  response
    .writeHead(303, { Location: `${basePath}${failedShare('cedo')}`, 'Cache-Control': 'no-store' })
    .end();
  // A browser that is still sending hears of no answer whose connection is cut.
  request.resume();
  return true;
}
