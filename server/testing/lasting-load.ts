import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { ORIGIN, submission } from '../../contract/conformance/subject.ts';
import { API_BASE_PATH, type Server } from '../../contract/server.ts';
import { cookieName } from '../../contract/session-cookie.ts';
import type { CitizenRequest } from '../../contract/types.ts';
import type { Caller } from '../caller.ts';
import { addCitizen } from '../citizens.ts';
import type { Context } from '../context.ts';
import { openSession } from '../sessions/open-session.ts';

const AT_ONCE = 8;
const BETWEEN_MS = 500;
const AGAIN_MS = 200;
const LOOK_EVERY_MS = 50;

export interface LastingLoad {
  /** Waits until a request is acknowledged that was sent after that instant; left out: from this call on. */
  untilAcknowledged(sinceMs?: number): Promise<void>;
  /** Returns the longest time, from that instant up to the call, in which no request was acknowledged. */
  longestSilenceMs(sinceMs: number): number;
  /** Ends the load. Resolves once every request that was begun is acknowledged, to their references by their ids. */
  stop(): Promise<Map<string, string>>;
}

/** The headers of somebody who is signed in. */
export type Sender = Record<'Cookie' | 'X-Citizen', string>;

/** Returns as many people who are signed in, each in a browser of their own. */
export async function addSenders(context: Context, count: number): Promise<Sender[]> {
  const browser: Caller = {
    cookie: null,
    ticket: null,
    citizenHeader: null,
    address: '',
    userAgent: '',
    language: null,
  };
  return context.db.transaction().execute(async (tx) => {
    const senders: Sender[] = [];
    for (let n = 0; n < count; n += 1) {
      const citizenId = `c_sender${n}`;
      const niss = String(10_000_000_000 + n);
      await addCitizen(tx, context.seal, { id: citizenId, niss, name: 'Ana Exemplo', contact: null });
      const by = { citizenId, way: 'password', shared: false } as const;
      const { cookieValue } = await openSession(context, tx, browser, by);
      senders.push({ Cookie: `${cookieName(false)}=${cookieValue}`, 'X-Citizen': citizenId });
    }
    return senders;
  });
}

/** Lets citizens submit one request after the other, each again and again until it is acknowledged, as the app does. */
export function startLoad(server: Server, senders: readonly Sender[]): LastingLoad {
  const acknowledged = new Map<string, string>();
  const times: { sentAt: number; at: number }[] = [];
  let isOver = false;
  let next = 0;

  async function submitOne(): Promise<void> {
    const id = randomUUID();
    const sender = senders[next % senders.length];
    if (!sender) throw new Error('Nobody sends');
    next += 1;
    for (;;) {
      const sentAt = Date.now();
      const answer = await server(submissionOf(sender, id)).catch(() => null);
      if (answer?.ok) {
        const { reference } = (await answer.json()) as CitizenRequest;
        acknowledged.set(id, reference);
        times.push({ sentAt, at: Date.now() });
        return;
      }
      if (answer && answer.status < 500) throw new Error(`${answer.status} ${await answer.text()}`);
      await wait(AGAIN_MS);
    }
  }
  async function send(): Promise<void> {
    while (!isOver) {
      await submitOne();
      await wait(BETWEEN_MS);
    }
  }
  const sending = Promise.all(Array.from({ length: AT_ONCE }, send));

  return {
    async untilAcknowledged(sinceMs = Date.now()) {
      const isThere = () => times.some(({ sentAt }) => sentAt >= sinceMs);
      while (!isThere()) await Promise.race([sending, wait(LOOK_EVERY_MS)]);
    },
    longestSilenceMs(sinceMs) {
      const marks = [
        sinceMs,
        ...times.map(({ at }) => at).filter((at) => at >= sinceMs),
        Date.now(),
      ].toSorted((a, b) => a - b);
      return Math.max(...marks.slice(1).map((at, place) => at - (marks[place] ?? at)));
    },
    async stop() {
      isOver = true;
      await sending;
      return acknowledged;
    },
  };
}

function submissionOf(sender: Sender, id: string): Request {
  const headers = {
    ...sender,
    'Content-Type': 'application/json',
    'Idempotency-Key': `"${id}:1"`,
  };
  const body = JSON.stringify(submission());
  return new Request(`${ORIGIN}${API_BASE_PATH}/requests/${id}`, { method: 'PUT', headers, body });
}
