import { describe, expect, it } from 'vitest';
import { readSources } from '../testing/read-sources.ts';
import { withoutPaths } from './vite-route-paths.ts';

describe('the path in a route’s own file', () => {
  it.each(["'", '"', '`'])('is left out of the build, written in %s', (quote) => {
    const code = `const Route = createFileRoute(${quote}/pedidos/$requestId/${quote})({ loader })`;
    expect(withoutPaths(code)).toBe('const Route = createFileRoute()({ loader })');
  });

  it('is left out of each that there is', () => {
    const routes = Object.values(readSources(['src/app/routes'])).filter((code) =>
      code.includes('createFileRoute('),
    );
    expect(routes.length).toBeGreaterThan(20);
    for (const code of routes) expect(withoutPaths(code)).toContain('createFileRoute()(');
  });
});
