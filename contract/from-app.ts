import { API_BASE_PATH } from './server.ts';

/** The destinations with which a browser says that an answer would be shown: as a page, or in one. */
const SHOWN = ['document', 'iframe', 'frame', 'embed', 'object'];
const ELSEWHERE = ['cross-site', 'same-site'];

/**
 * Whether a call may come from the app's own page. A browser tells in headers that no page can set where a call comes from. Missing headers do not count
 * against a call, since older browsers and other programs send none.
 */
export function isFromApp(request: Request, ownOrigin: string = new URL(request.url).origin): boolean {
  const { headers } = request;
  const { pathname } = new URL(request.url);
  if ((headers.get('Origin') ?? ownOrigin) !== ownOrigin) return false;
  if (ELSEWHERE.includes(headers.get('Sec-Fetch-Site') ?? '')) return false;
  if (!isBelow(pathname, API_BASE_PATH)) return true;
  if (SHOWN.includes(headers.get('Sec-Fetch-Dest') ?? '')) return false;
  return !isSessionWrite(request.method, pathname) || carriesWhatNoFormCan(headers);
}

/** Whether a call writes below `/session`. Other writes name their citizen in a header; here there may be none yet. */
function isSessionWrite(method: string, pathname: string): boolean {
  return method !== 'GET' && method !== 'HEAD' && isBelow(pathname, `${API_BASE_PATH}/session`);
}

function carriesWhatNoFormCan(headers: Headers): boolean {
  return headers.get('X-App') === 'e-clic' || isJson(headers);
}

export function isJson(headers: Headers): boolean {
  return headers.get('Content-Type')?.split(';')[0]?.trim().toLowerCase() === 'application/json';
}

function isBelow(pathname: string, root: string): boolean {
  return pathname === root || pathname.startsWith(`${root}/`);
}
