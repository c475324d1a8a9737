import type { IncomingMessage, ServerResponse } from 'node:http';
import { failedShare, SHARE_PATH } from '../shared/share-address.ts';

/**
 * Answers what another app of the device shares before the worker of e-Clic is there to take it. The browser is led to a page that says so; nothing of the
 * body is read or kept.
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
  // The body is read to its end: a browser that is still sending would not get the answer if the connection were cut.
  request.resume();
  return true;
}
