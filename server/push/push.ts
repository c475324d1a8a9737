import { isKnownEndpoint } from '../../domain/push/push-services.ts';
import { readRetryAfter } from '../../shared/retry-after.ts';
import type { Db } from '../db/schema.ts';
import { asOutage, Outage } from '../outage.ts';
import type { Seal } from '../seal.ts';
import { type PushKey, requirePushKey } from './push-key.ts';
import { type Addressee, writePushCall } from './write-push-call.ts';

/** `gone`: the browser is told no more by it, and never again. `later`: the service wants to be left alone for as long. */
type Pushed = { status: 'taken' | 'gone' } | { status: 'later'; afterMs: number };

/** What tells browsers of news, by the push services that theirs use. */
export interface Push {
  /** With which they subscribe. Asked for before a transaction: the embedded database has one connection. */
  publicKey(): Promise<string>;
  isKnown(endpoint: string): boolean;
  /** Throws an outage where the service does not take it, or says nothing in time. */
  send(to: Addressee, message: string): Promise<Pushed>;
}

export interface PushOptions {
  db: Db;
  seal: Seal;
  /** The clock of sessions, in ms. */
  now: () => number;
  /** Whom a push service may ask about us: an address of the web. */
  subject: string;
  services: readonly string[];
  /** In the place of `fetch`. */
  call?: (url: string, call: RequestInit) => Promise<Response>;
  wait?: (ms: number) => AbortSignal;
}

/** A push service that says nothing must not keep others waiting for long. */
const ANSWERS_WITHIN_MS = 5000;
const SECOND_MS = 1000;
const LATER_MIN_MS = 10 * SECOND_MS;
const LATER_MAX_MS = 86_400 * SECOND_MS;

export function createPush({
  db,
  seal,
  now,
  subject,
  services,
  call = fetch,
  wait = AbortSignal.timeout,
}: PushOptions): Push {
  let known: PushKey | null = null;

  async function key(): Promise<PushKey> {
    known ??= await requirePushKey(db, seal, now());
    return known;
  }

  const isKnown = (endpoint: string) => isKnownEndpoint(endpoint, services);

  return {
    publicKey: async () => (await key()).publicKey,
    isKnown,
    async send(to, message) {
      // It may have been known when the browser named it.
      if (!isKnown(to.endpoint)) return { status: 'gone' };
      const sender = { key: await key(), subject, nowMs: now() };
      const written = tryToWrite(() => writePushCall(sender, to, message));
      if (!written) return { status: 'gone' };
      const answer = await call(to.endpoint, {
        ...written,
        redirect: 'error',
        signal: wait(ANSWERS_WITHIN_MS),
      }).catch((error: unknown) => {
        throw asOutage('push', error);
      });
      await answer.body?.cancel();
      return judge(answer, now());
    },
  };
}

/** Null: what a browser has named as its keys is no point of the curve. */
function tryToWrite(write: () => RequestInit): RequestInit | null {
  try {
    return write();
  } catch {
    return null;
  }
}

function judge({ ok, status, headers }: Response, nowMs: number): Pushed {
  if (ok) return { status: 'taken' };
  if (status === 404 || status === 410) return { status: 'gone' };
  const afterMs = readRetryAfter(headers.get('Retry-After'), new Date(nowMs));
  if (status === 429 || (status === 503 && afterMs !== null))
    return { status: 'later', afterMs: Math.min(Math.max(afterMs ?? 0, LATER_MIN_MS), LATER_MAX_MS) };
  throw new Outage(
    'push',
    Object.assign(new Error('A push service did not take it'), { code: `HTTP ${status}` }),
  );
}
