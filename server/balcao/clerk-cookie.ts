import type { Context as Call } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { type Env, isHttps } from '../caller.ts';
import { KNOWN_BROWSER_MS, markBrowser, readBrowserMark } from '../clerks/known-browser.ts';
import type { Context } from '../context.ts';
import { hashSecret } from '../seal.ts';

const NAME = 'eclic-balcao';
const PATH = '/balcao';
const MARK_LETTERS = 16;

/** Returns the secret of the clerk's session; empty: there is none. */
export function readSecret(context: Context, call: Call<Env>): string {
  return getCookie(call, nameOf(context, call, NAME)) ?? '';
}

/** Sets the session cookie: it lasts until the browser closes, and only Balcão's own pages send it. An empty secret deletes it. */
export function sendSecret(context: Context, call: Call<Env>, secret: string): void {
  send(context, call, NAME, secret, secret === '' ? 0 : null);
}

/** Returns the id of the browser if the clerk has signed in with it before, else null. */
export function readBrowser(context: Context, call: Call<Env>, userName: string): string | null {
  const mark = getCookie(call, nameOf(context, call, markName(userName))) ?? '';
  return readBrowserMark(context, userName, mark);
}

/** Marks the browser as one that the clerk uses. The mark stays after they sign out. */
export function rememberBrowser(
  context: Context,
  call: Call<Env>,
  userName: string,
  browser: string | null,
): void {
  const mark = markBrowser(context, userName, browser);
  send(context, call, markName(userName), mark, KNOWN_BROWSER_MS / 1000);
}

/** Each clerk has a cookie of their own, as several may work at one desk. Its name does not tell who they are. */
function markName(userName: string): string {
  return `${NAME}-${Buffer.from(hashSecret(userName)).toString('hex').slice(0, MARK_LETTERS)}`;
}

/** `lastsS`: the seconds that the cookie lasts; null: until the browser closes. */
function send(context: Context, call: Call<Env>, name: string, value: string, lastsS: number | null): void {
  setCookie(call, nameOf(context, call, name), value, {
    path: PATH,
    httpOnly: true,
    sameSite: 'Strict',
    secure: isHttps(context, call),
    ...(lastsS !== null && { maxAge: lastsS }),
  });
}

/** A browser takes a `__Secure-` cookie from HTTPS alone. */
function nameOf(context: Context, call: Call<Env>, name: string): string {
  return isHttps(context, call) ? `__Secure-${name}` : name;
}
