import type { EventEmitter } from 'node:events';
import type { Socket } from 'node:net';
import type { Context as Call } from 'hono';
import { cookieName, readCookie, ticketName, writeCookie, writeTicket } from '../contract/session-cookie.ts';
import type { Context } from './context.ts';
import { type MailLanguage, readLanguage } from './mail/texts.ts';
import type { ToldOfCall } from './operations/tell-call.ts';
import { hashSecret, makeSecret } from './seal.ts';
import { callerAddress } from './trusted-proxies.ts';

/** What the HTTP listener passes with a call; empty when a test calls the app as a function. */
export interface Bindings {
  incoming?: { socket: { remoteAddress?: string | undefined } };
  outgoing?: EventEmitter & { req: { socket: Socket } };
}

export type Env = { Bindings: Bindings & { told: ToldOfCall } };

/** A browser's cookie. It names the citizen, by whose id the session's row is found, and holds a secret, of which the server keeps only the hash. */
export interface Cookie {
  /** Null: nobody has begun to sign in with this cookie. */
  citizenId: string | null;
  secretHash: Uint8Array;
}

export interface Caller {
  cookie: Cookie | null;
  /** The cookie with which the app sends what was submitted, even after the session has ended. */
  ticket: Cookie | null;
  /** The `X-Citizen` header: the citizen for whom the page believes it calls. */
  citizenHeader: string | null;
  address: string;
  userAgent: string;
  /** Null: the browser asks for no language in which we write mails. */
  language: MailLanguage | null;
}

const NOBODY = '_';
const COOKIE = /^(_|c_[0-9a-z]{1,40})\.([0-9a-f]{64})$/;

export function readCaller(context: Context, call: Call<Env>): Caller {
  const header = call.req.header('Cookie') ?? '';
  const isSecure = isHttps(context, call);
  return {
    cookie: parseCookie(readCookie(header, cookieName(isSecure))),
    ticket: parseCookie(readCookie(header, ticketName(isSecure))),
    citizenHeader: call.req.header('X-Citizen') ?? null,
    address: addressOf(context, call),
    userAgent: call.req.header('User-Agent') ?? '',
    language: readLanguage(call.req.header('Accept-Language') ?? ''),
  };
}

function parseCookie(value: string): Cookie | null {
  const [, citizenId, secret] = COOKIE.exec(value) ?? [];
  return citizenId && secret ? makeCookie(citizenId, secret) : null;
}

/** Makes a cookie with a secret of its own, so that a cookie planted in the browser beforehand is worth nothing. */
export function newCookie(citizenId: string | null): { cookie: Cookie; value: string } {
  const secret = makeSecret();
  const id = citizenId ?? NOBODY;
  return { cookie: makeCookie(id, secret), value: `${id}.${secret}` };
}

/** Returns by what a browser is recognized, and the value of a new cookie when it has none. The new cookie names nobody, whatever NISS was typed. */
export function browserOf({ cookie }: Caller): { browserHash: Uint8Array; value: string | null } {
  if (cookie) return { browserHash: cookie.secretHash, value: null };
  const fresh = newCookie(null);
  return { browserHash: fresh.cookie.secretHash, value: fresh.value };
}

/** `lastsS` null: the cookie lasts until the browser is closed. */
export function sendCookie(context: Context, call: Call<Env>, value: string, lastsS: number | null): void {
  call.header('Set-Cookie', writeCookie(value, lastsS, isHttps(context, call)), { append: true });
}

export function sendTicket(context: Context, call: Call<Env>, value: string, lastsS: number): void {
  for (const cookie of writeTicket(value, lastsS, isHttps(context, call)))
    call.header('Set-Cookie', cookie, { append: true });
}

export function clearTicket(context: Context, call: Call<Env>): void {
  sendTicket(context, call, '', 0);
}

export function clearCookies(context: Context, call: Call<Env>): void {
  sendCookie(context, call, '', 0);
  clearTicket(context, call);
}

export function originOf(context: Context, request: Request): string {
  return context.origin ?? new URL(request.url).origin;
}

function makeCookie(citizenId: string, secret: string): Cookie {
  return { citizenId: citizenId === NOBODY ? null : citizenId, secretHash: hashSecret(secret) };
}

export function isHttps(context: Context, call: Call<Env>): boolean {
  return originOf(context, call.req.raw).startsWith('https:');
}

/** Returns the caller's address, as the proxies tell it that are trusted. */
export function addressOf({ trustsProxy }: Context, call: Call<Env>): string {
  const peer = call.env?.incoming?.socket.remoteAddress ?? '';
  return callerAddress(trustsProxy, peer, call.req.header('X-Forwarded-For') ?? '');
}
