import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { SECURITY_HEADERS } from '../../serving/headers.ts';
import { SETTING_NAMES } from '../config.ts';

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const guide = read('docs/operating.md');
const caddyfile = read('ops/Caddyfile');

describe('Who runs e-Clic', () => {
  it('finds each setting in the guide, once, and none that is not there', () => {
    const rows = guide.split('\n').filter((line) => line.startsWith('| `'));
    const named = rows.flatMap((row) =>
      [...(row.split('|')[1] ?? '').matchAll(/`([A-Z_]+)`/g)].map(([, name]) => name),
    );
    expect(named.toSorted()).toEqual(SETTING_NAMES.toSorted());
  });

  it('has a proxy that says by itself what the server says, and that browsers shall come back by HTTPS', () => {
    for (const [name, value] of Object.entries(SECURITY_HEADERS))
      expect(caddyfile).toContain(`\t\t?${name} "${value}"\n`);
    const [, hsts] = /^Strict-Transport-Security: (.*)$/m.exec(read('docs/deploying.md')) ?? [];
    expect(caddyfile).toContain(`\t\tStrict-Transport-Security "${hsts}"\n`);
  });

  it('installs every package that the server asks for', () => {
    const { dependencies }: { dependencies: Record<string, string> } = JSON.parse(read('package.json'));
    const { files }: { files: string[] } = JSON.parse(read('server/tsconfig.build.json'));
    const packages = new Set<string>();
    const seen = new Set<string>();
    const visit = (path: string) => {
      if (seen.has(path) || !path.endsWith('.ts')) return;
      seen.add(path);
      for (const name of runTimeImports(read(path))) {
        if (name.startsWith('.')) visit(new URL(name, `file:///${path}`).pathname.slice(1));
        else if (!name.startsWith('node:')) packages.add(/^(@[^/]+\/)?[^/]+/.exec(name)?.[0] ?? name);
      }
    };
    for (const file of files) visit(`server/${file}`);
    expect([...packages]).toContain('kysely');
    expect([...packages].filter((name) => !(name in dependencies))).toEqual([]);
  });
});

/** Returns what a module imports when it runs: not types, which are gone by then, nor packages that are imported later, as where the app is built. */
function runTimeImports(source: string): string[] {
  const imports = source.matchAll(
    /^(?:(?:import|export)\b(?! type\b)[^'"]*\bfrom|import) ['"]([^'"]+)['"]/gm,
  );
  const later = source.matchAll(/\bimport\('(\.[^']+)'\)/g);
  return [...imports, ...later].map(([, name = '']) => name);
}
