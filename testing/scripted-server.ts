import type { Server } from '../contract/server.ts';
import type { CitizenRequest, ProblemType } from '../contract/types.ts';

/** One answer; an answer that throws is a lost connection. */
export type Answer = (request: Request) => Response | Promise<Response>;

export interface ScriptedServer {
  server: Server;
  /** Every call that arrived, as `PUT /requests/…`. */
  calls: string[];
}

/** Returns a server that answers each call by the first rule whose `METHOD /path` begins the call. */
export function scriptServer(rules: Record<string, Answer | Answer[]>): ScriptedServer {
  const calls: string[] = [];
  const server: Server = async (request) => {
    const path = new URL(request.url).pathname.replace('/api/v1', '');
    const name = `${request.method} ${path}`;
    calls.push(name);
    const key = Object.keys(rules).find((rule) => name.startsWith(rule));
    const rule = key === undefined ? undefined : rules[key];
    // The last answer of a list serves all later calls.
    const answer = Array.isArray(rule) ? (rule.length > 1 ? rule.shift() : rule[0]) : rule;
    if (!answer) throw new TypeError(`No answer for ${name}`);
    return answer(request);
  };
  return { server, calls };
}

export function json(body: unknown, status = 200): Answer {
  return () => Response.json(body, { status });
}

export function problem(type: ProblemType, status: number, more: object = {}): Answer {
  return () =>
    new Response(JSON.stringify({ type, status, ...more }), {
      status,
      headers: { 'Content-Type': 'application/problem+json' },
    });
}

export const dropped: Answer = () => {
  throw new TypeError('Failed to fetch');
};

export function registered(request: CitizenRequest): Answer {
  return json(request, 201);
}

export function noChanges(cursor = '1'): Answer {
  return json({ changes: [], cursor, more: false, serverTime: '2026-11-25T12:00:00.000Z' });
}
