import { API_BASE_PATH } from './server.ts';

const SESSION = 'eclic-session';
const TICKET = 'eclic-ticket';

/** The only paths to which a browser sends the ticket. It keeps one cookie for each. */
const TICKET_PATHS = [`${API_BASE_PATH}/requests`, `${API_BASE_PATH}/uploads`] as const;

/** Returns the name of the session's cookie. With `__Host-`, over HTTPS, a browser accepts it from no other host of the same domain. */
export function cookieName(isHttps: boolean): string {
  return isHttps ? `__Host-${SESSION}` : SESSION;
}

/** Returns the name of the ticket's cookie. `__Host-` would not let it keep to its paths. */
export function ticketName(isHttps: boolean): string {
  return isHttps ? `__Secure-${TICKET}` : TICKET;
}

/** Returns the value of a cookie, or an empty text. */
export function readCookie(header: string, wanted: string): string {
  const pairs = header.split(';').map((pair) => pair.trim().split('='));
  return pairs.find(([name]) => name === wanted)?.[1] ?? '';
}

/**
 * Writes the session's cookie. Without HTTPS it has no `Secure`, with which a browser would drop it on any host but localhost. With null it lasts until the
 * browser is closed.
 */
export function writeCookie(value: string, lastsS: number | null, isHttps: boolean): string {
  return write(cookieName(isHttps), value, { path: '/', sameSite: 'Lax', lastsS, isHttps });
}

/** Writes the ticket's cookie for each of its paths. With an empty value and 0 seconds the browser deletes it. */
export function writeTicket(value: string, lastsS: number, isHttps: boolean): string[] {
  const name = ticketName(isHttps);
  return TICKET_PATHS.map((path) => write(name, value, { path, sameSite: 'Strict', lastsS, isHttps }));
}

interface Attributes {
  path: string;
  sameSite: 'Lax' | 'Strict';
  lastsS: number | null;
  isHttps: boolean;
}

function write(name: string, value: string, { path, sameSite, lastsS, isHttps }: Attributes): string {
  const attributes = [`Path=${path}`, 'HttpOnly', `SameSite=${sameSite}`];
  if (isHttps) attributes.push('Secure');
  if (lastsS !== null) attributes.push(`Max-Age=${lastsS}`);
  return [`${name}=${value}`, ...attributes].join('; ');
}
