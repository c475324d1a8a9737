export interface Jar {
  /** The session's cookie, as `name=value`. `lastsS` is null when the cookie lasts until the browser is closed. */
  cookie: string;
  lastsS: number | null;
  /** The ticket's cookies, by the path to which, and below which, the browser sends them. */
  tickets: Record<string, string>;
}

export function cookiesFor({ cookie, tickets }: Jar, pathname: string): string {
  const isBelow = (path: string) => pathname === path || pathname.startsWith(`${path}/`);
  const sent = Object.entries(tickets).filter(([path]) => isBelow(path));
  return [cookie, ...sent.map(([, ticket]) => ticket)].filter(Boolean).join('; ');
}

export function keepCookie(jar: Jar, set: string): void {
  const lasts = /Max-Age=(\d+)/.exec(set)?.[1];
  const lastsS = lasts === undefined ? null : Number(lasts);
  const pair = lastsS === 0 ? '' : (set.split(';')[0] ?? '');
  const path = /Path=([^;]+)/.exec(set)?.[1] ?? '/';
  if (path !== '/') jar.tickets[path] = pair;
  else Object.assign(jar, { cookie: pair, lastsS });
}
