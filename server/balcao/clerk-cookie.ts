import type { Context as Call } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { type Env, isHttps } from '../caller.ts';
import type { Context } from '../context.ts';

const NAME = 'eclic-balcao';
const PATH = '/balcao';

/** Empty when there is none. */
export function readSecret(context: Context, call: Call<Env>): string {
  return getCookie(call, nameOf(context, call)) ?? '';
}

/** It goes with the browser, and comes with what Balcão's own pages ask for alone. Empty: it goes now. */
export function sendSecret(context: Context, call: Call<Env>, secret: string): void {
  setCookie(call, nameOf(context, call), secret, {
    path: PATH,
    httpOnly: true,
    sameSite: 'Strict',
    secure: isHttps(context, call),
    ...(secret === '' && { maxAge: 0 }),
  });
}

/** Over HTTPS a browser takes it from nothing less. */
function nameOf(context: Context, call: Call<Env>): string {
  return isHttps(context, call) ? `__Secure-${NAME}` : NAME;
}
