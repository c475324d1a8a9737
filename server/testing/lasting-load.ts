import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { citizenIdOf, secretOf } from '../../bench/server/seed-citizens.ts';
import { ORIGIN, submission } from '../../contract/conformance/subject.ts';
import { API_BASE_PATH, type Server } from '../../contract/server.ts';
import type { CitizenRequest } from '../../contract/types.ts';

const SENDERS = 8;
const BETWEEN_MS = 100;
const AGAIN_MS = 200;
const LOOK_EVERY_MS = 50;

export interface LastingLoad {
  /** Until a request was acknowledged that was sent after that instant, or from now on. */
  untilAcknowledged(sinceMs?: number): Promise<void>;
  /** The longest time from then on, and up to now, in which nothing was. */
  longestSilenceMs(sinceMs: number): number;
  /** Once all that was begun is acknowledged: the reference of each, by its id. */
  stop(): Promise<Map<string, string>>;
}

/** Citizens who submit one request after the other, each again and again until it is acknowledged, as the app does. */
export function startLoad(server: Server, citizens: number): LastingLoad {
  const acknowledged = new Map<string, string>();
  const times: { sentAt: number; at: number }[] = [];
  let isOver = false;
  let next = 0;

  async function submitOne(): Promise<void> {
    const id = randomUUID();
    const n = next % citizens;
    next += 1;
    for (;;) {
      const sentAt = Date.now();
      const answer = await server(submissionOf(n, id)).catch(() => null);
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
  const senders = Promise.all(Array.from({ length: SENDERS }, send));

  return {
    async untilAcknowledged(sinceMs = Date.now()) {
      const isThere = () => times.some(({ sentAt }) => sentAt >= sinceMs);
      while (!isThere()) await Promise.race([senders, wait(LOOK_EVERY_MS)]);
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
      await senders;
      return acknowledged;
    },
  };
}

function submissionOf(n: number, id: string): Request {
  const citizenId = citizenIdOf(n);
  const headers = {
    Cookie: `eclic-session=${citizenId}.${secretOf(n)}`,
    'X-Citizen': citizenId,
    'Content-Type': 'application/json',
    'Idempotency-Key': `"${id}:1"`,
  };
  const body = JSON.stringify(submission());
  return new Request(`${ORIGIN}${API_BASE_PATH}/requests/${id}`, { method: 'PUT', headers, body });
}
