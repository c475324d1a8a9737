const NAME = 'eclic-session';

/** Over HTTPS a browser takes it from no other host of the same domain. */
export function cookieName(isHttps: boolean): string {
  return isHttps ? `__Host-${NAME}` : NAME;
}

/** Empty when there is none. */
export function readCookie(header: string, wanted: string): string {
  const pairs = header.split(';').map((pair) => pair.trim().split('='));
  return pairs.find(([name]) => name === wanted)?.[1] ?? '';
}

/** `Secure` not over plain HTTP, where a browser would drop the cookie on any host but localhost. Null: it goes with the browser. */
export function writeCookie(value: string, lastsS: number | null, isHttps: boolean): string {
  const attributes = ['Path=/', 'HttpOnly', 'SameSite=Lax'];
  if (isHttps) attributes.push('Secure');
  if (lastsS !== null) attributes.push(`Max-Age=${lastsS}`);
  return [`${cookieName(isHttps)}=${value}`, ...attributes].join('; ');
}
