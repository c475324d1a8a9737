import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { createMetrics } from './metrics.ts';

const FILE = fileURLToPath(new URL('../../ops/alerts.yml', import.meta.url));
/** Figures that Prometheus adds by itself for each process that it asks. */
const OF_PROMETHEUS = ['up'];

/** Returns the names of all figures of a process that has done nothing yet. */
async function namesOfFigures(): Promise<Set<string>> {
  const metrics = createMetrics();
  metrics.follow({
    readBacklog: async () => ({ requests: { waiting: 0, overdue: 0 }, jobs: [], lastBackupAt: 0 }),
    pool: { options: { max: 1 }, totalCount: 0, idleCount: 0, waitingCount: 0 },
  });
  const { text } = await metrics.write();
  const names = [...text.matchAll(/^# TYPE (\S+) (\S+)$/gm)];
  return new Set(
    names.flatMap(([, name = '', type]) =>
      type === 'histogram' ? [`${name}_bucket`, `${name}_count`] : [name],
    ),
  );
}

describe('Whom Prometheus wakes', () => {
  it('is asked for figures alone that the server tells', async () => {
    const told = await namesOfFigures();
    const asked = readFileSync(FILE, 'utf8').matchAll(/\b(up|eclic_\w+|http_request_\w+)(?=[{[)\s])/g);
    const unknown = [...asked]
      .map(([name]) => name)
      .filter((name) => !told.has(name) && !OF_PROMETHEUS.includes(name));
    expect(unknown).toEqual([]);
  });

  it('is written as Prometheus reads it', (test) => {
    const checked = spawnSync('promtool', ['check', 'rules', FILE], { encoding: 'utf8' });
    if (checked.error) return test.skip('Left out: promtool. On Debian: apt-get install prometheus');
    expect(checked).toMatchObject({ status: 0, stdout: expect.stringContaining('SUCCESS: 14 rules found') });
  });
});
