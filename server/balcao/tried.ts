import type { Context as Call } from 'hono';
import { addressOf, type Env } from '../caller.ts';
import type { TriesFrom, TryRefusal } from '../clerks/clerk-sign-in.ts';
import type { Context } from '../context.ts';
import { readBrowser } from './clerk-cookie.ts';
import type { Problem } from './page.tsx';
import { NO_TURN_WORDS } from './words.ts';

const MINUTE_S = 60;

export function triesFrom(context: Context, call: Call<Env>, userName: string): TriesFrom {
  return {
    userName,
    address: addressOf(context, call),
    browser: readBrowser(context, call, userName),
  };
}

/** Returns the status, headers and problem of the page that tells a refusal. `wrong`: the problem where what was typed is wrong. */
export function tellRefusal(refusal: TryRefusal, wrong: Problem) {
  if (refusal.status === 'wrong') return { status: 422, headers: {}, problem: wrong };
  const { status, seconds } = refusal;
  const sentence =
    status === 'noTurn'
      ? NO_TURN_WORDS
      : `Demasiadas tentativas. Tente de novo dentro de ${timeWords(seconds)}`;
  return { status: 429, headers: { 'Retry-After': String(seconds) }, problem: { fieldId: null, sentence } };
}

function timeWords(seconds: number): string {
  if (seconds < MINUTE_S) return seconds === 1 ? '1 segundo' : `${seconds} segundos`;
  const minutes = Math.ceil(seconds / MINUTE_S);
  return minutes === 1 ? '1 minuto' : `${minutes} minutos`;
}
