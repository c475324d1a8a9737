import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import manifest from '../../package.json' with { type: 'json' };
import { NEEDED, type Needed } from '../outage.ts';
import type { Forgotten } from '../retention/forgotten.ts';
import { type Followed, tellBacklog } from './tell-backlog.ts';

/** Buckets from what nobody notices to what the app gives up on. */
const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** What the log and the metrics tell of a call: which one it was and how it went, and nothing that anybody wrote. */
export interface AnsweredCall {
  /** Made for this call and sent with its answer, so that whoever asks for help can name it. */
  id: string;
  method: string;
  /** The route as the code writes it, without the ids that an address holds. */
  route: string;
  status: number;
  ms: number;
}

export interface Metrics {
  countCall(call: AnsweredCall): void;
  countBug(): void;
  countOutage(of: Needed): void;
  countForgotten(forgotten: Forgotten): void;
  /** Tells the backlog too, from this call on. */
  follow(followed: Followed): void;
  /** Writes the figures in the form that Prometheus reads. */
  write(): Promise<{ text: string; type: string }>;
}

/** Calls, bugs, outages and what was forgotten are those of this process alone: whoever runs several processes asks each. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const calls = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'How long calls of the API took until their answer began.',
    labelNames: ['method', 'route', 'status'],
    buckets: SECONDS,
    registers: [registry],
  });
  const bugs = new Counter({
    name: 'eclic_bugs_total',
    help: 'Exceptions that no code expected. Each has a line in the log.',
    registers: [registry],
  });
  const outages = new Counter({
    name: 'eclic_outages_total',
    help: 'What failed because something else was not there, or not in time.',
    labelNames: ['of'],
    registers: [registry],
  });
  for (const of of NEEDED) outages.inc({ of }, 0);
  const forgottenTotal = new Counter({
    name: 'eclic_forgotten_total',
    help: 'What was kept for as long as it may be.',
    labelNames: ['what'],
    registers: [registry],
  });
  new Gauge({
    name: 'eclic_build_info',
    help: 'Which version this process is.',
    labelNames: ['version'],
    registers: [registry],
  }).set({ version: manifest.version }, 1);
  let followed: Followed | null = null;
  return {
    countCall: ({ method, route, status, ms }) => calls.observe({ method, route, status }, ms / 1000),
    countBug: () => bugs.inc(),
    countOutage: (of) => outages.inc({ of }),
    countForgotten(forgotten) {
      for (const [what, count] of Object.entries(forgotten)) forgottenTotal.inc({ what }, count);
    },
    follow(given) {
      followed = given;
    },
    async write() {
      const text = (await registry.metrics()) + (followed === null ? '' : await tellBacklog(followed));
      return { text, type: registry.contentType };
    },
  };
}
