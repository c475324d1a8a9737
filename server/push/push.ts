import { isKnownEndpoint } from '../../domain/push/push-services.ts';
import { readRetryAfter } from '../../shared/retry-after.ts';
import type { Db } from '../db/schema.ts';
import { asOutage, Outage } from '../outage.ts';
import type { Seal } from '../seal.ts';
import { type PushKey, requirePushKey } from './push-key.ts';
import { type Addressee, writePushCall } from './write-push-call.ts';

/** `gone`: the subscription is dead and stays so. `later`: the push service wants to be left alone for so long. */
type Pushed = { status: 'taken' | 'gone' } | { status: 'later'; afterMs: number };

/** Tells browsers of news, by the push services that they use. */
export interface Push {
  /** The key with which browsers subscribe. Read it before a transaction: the embedded database has one connection. */
  publicKey(): Promise<string>;
  isKnown(endpoint: string): boolean;
  /** Throws an outage when the push service does not take the message, or does not answer in time. */
  send(to: Addressee, message: string): Promise<Pushed>;
}

interface PushOptions {
  db: Db;
  seal: Seal;
  /** The clock of sessions, in ms. */
  now: () => number;
  /** An address of the web at which a push service may ask about us. */
  subject: string;
  services: readonly string[];
  /** Replaces `fetch`. */
  call?: (url: string, call: RequestInit) => Promise<Response>;
  wait?: (ms: number) => AbortSignal;
}

/** Short enough that a push service that says nothing does not keep others waiting. */
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
      // The service may have been known when the browser named it.
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

/** Returns null when the keys that a browser has named are no point of the curve. */
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
