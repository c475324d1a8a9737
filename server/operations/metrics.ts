import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Needed } from '../outage.ts';
import type { Forgotten } from '../retention/forgotten.ts';
import type { AnsweredCall } from './answered-call.ts';

/** From what nobody notices to what the app gives up on. */
const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

export interface Metrics {
  countCall(call: AnsweredCall): void;
  countBug(): void;
  countOutage(of: Needed): void;
  countForgotten(forgotten: Forgotten): void;
  /** As Prometheus reads them. */
  write(): Promise<{ text: string; type: string }>;
}

/** Figures of this process alone: whoever runs several asks each. */
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
  const forgottenTotal = new Counter({
    name: 'eclic_forgotten_total',
    help: 'What was kept for as long as it may be.',
    labelNames: ['what'],
    registers: [registry],
  });
  const retentionAt = new Gauge({
    name: 'eclic_retention_last_run_timestamp_seconds',
    help: 'When this process last looked for what is kept for too long; of several one does it each day.',
    registers: [registry],
  });
  return {
    countCall: ({ method, route, status, ms }) => calls.observe({ method, route, status }, ms / 1000),
    countBug: () => bugs.inc(),
    countOutage: (of) => outages.inc({ of }),
    countForgotten(forgotten) {
      for (const [what, count] of Object.entries(forgotten)) forgottenTotal.inc({ what }, count);
      retentionAt.setToCurrentTime();
    },
    write: async () => ({ text: await registry.metrics(), type: registry.contentType }),
  };
}
