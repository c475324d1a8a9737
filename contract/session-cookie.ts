import { API_BASE_PATH } from './server.ts';

const SESSION = 'eclic-session';
const TICKET = 'eclic-ticket';

/** A browser sends the ticket to nothing else. It keeps one for each path. */
const TICKET_PATHS = [`${API_BASE_PATH}/requests`, `${API_BASE_PATH}/uploads`] as const;

/** Over HTTPS a browser takes it from no other host of the same domain. */
export function cookieName(isHttps: boolean): string {
  return isHttps ? `__Host-${SESSION}` : SESSION;
}

/** `__Host-` would not have it keep to its paths. */
export function ticketName(isHttps: boolean): string {
  return isHttps ? `__Secure-${TICKET}` : TICKET;
}

/** Empty when there is none. */
export function readCookie(header: string, wanted: string): string {
  const pairs = header.split(';').map((pair) => pair.trim().split('='));
  return pairs.find(([name]) => name === wanted)?.[1] ?? '';
}

/** `Secure` not over plain HTTP, where a browser would drop the cookie on any host but localhost. Null: it goes with the browser. */
export function writeCookie(value: string, lastsS: number | null, isHttps: boolean): string {
  return write(cookieName(isHttps), value, { path: '/', sameSite: 'Lax', lastsS, isHttps });
}

/** One for each path; empty, they go. */
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
