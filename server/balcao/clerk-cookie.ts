import type { Context as Call } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { type Env, isHttps } from '../caller.ts';
import { KNOWN_BROWSER_MS, markBrowser, readBrowserMark } from '../clerks/known-browser.ts';
import type { Context } from '../context.ts';
import { hashSecret } from '../seal.ts';

const NAME = 'eclic-balcao';
const PATH = '/balcao';
const MARK_LETTERS = 16;

/** Empty when there is none. */
export function readSecret(context: Context, call: Call<Env>): string {
  return getCookie(call, nameOf(context, call, NAME)) ?? '';
}

/** It goes with the browser, and comes with what Balcão's own pages ask for alone. Empty: it goes now. */
export function sendSecret(context: Context, call: Call<Env>, secret: string): void {
  send(context, call, NAME, secret, secret === '' ? 0 : null);
}

/** Which browser of that clerk's it is; null: none in which they have signed in. */
export function readBrowser(context: Context, call: Call<Env>, userName: string): string | null {
  const mark = getCookie(call, nameOf(context, call, markName(userName))) ?? '';
  return readBrowserMark(context, userName, mark);
}

/** The browser is known from now on, also once the clerk has signed out. */
export function rememberBrowser(
  context: Context,
  call: Call<Env>,
  userName: string,
  browser: string | null,
): void {
  const mark = markBrowser(context, userName, browser);
  send(context, call, markName(userName), mark, KNOWN_BROWSER_MS / 1000);
}

/** Of each clerk their own, as several may work at one desk; it does not tell who. */
function markName(userName: string): string {
  return `${NAME}-${Buffer.from(hashSecret(userName)).toString('hex').slice(0, MARK_LETTERS)}`;
}

/** `lastsS` null: it goes with the browser. */
function send(context: Context, call: Call<Env>, name: string, value: string, lastsS: number | null): void {
  setCookie(call, nameOf(context, call, name), value, {
    path: PATH,
    httpOnly: true,
    sameSite: 'Strict',
    secure: isHttps(context, call),
    ...(lastsS !== null && { maxAge: lastsS }),
  });
}

/** Over HTTPS a browser takes it from nothing less. */
function nameOf(context: Context, call: Call<Env>, name: string): string {
  return isHttps(context, call) ? `__Secure-${name}` : name;
}
