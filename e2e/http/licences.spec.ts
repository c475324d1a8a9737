import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '../fixtures.ts';

test.use({ serviceWorkers: 'allow' });

const ROOT = join(import.meta.dirname, '../..');

/** What the app's packages ask for and the built app holds nothing of: each is for servers, for old builds, or shaken off. */
const NOT_SHIPPED = [
  '@babel/runtime',
  'brotli',
  'cookie-es',
  'html-parse-stringify',
  'isbot',
  'pako',
  'seroval',
  'seroval-plugins',
];

/** What the reference server is made of: none of it comes to the app. */
const OF_THE_SERVER = [
  '@electric-sql/pglite',
  '@hono/node-server',
  'hono',
  'jose',
  'kysely',
  'kysely-pglite-dialect',
  'nodemailer',
  'oauth4webapi',
  'openid-client',
  'pg',
  'pg-connection-string',
  'pg-int8',
  'pg-pool',
  'pg-protocol',
  'pg-types',
  'pgpass',
  'postgres-array',
  'postgres-bytea',
  'postgres-date',
  'postgres-interval',
  'split2',
  'xtend',
];

interface Locked {
  packages: Record<string, { dev?: boolean; devOptional?: boolean; optional?: boolean; peer?: boolean }>;
}

/** What the lock file says the app itself needs. */
function neededPackages(): Set<string> {
  const { packages }: Locked = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8'));
  const needed = Object.entries(packages).filter(
    ([path, { dev, devOptional, optional, peer }]) =>
      path !== '' && !dev && !devOptional && !optional && !peer,
  );
  return new Set(needed.map(([path]) => path.replace(/^.*node_modules\//, '')));
}

test('the licences name every package in the app, its worker and its letters', () => {
  const licences = readFileSync(join(ROOT, 'dist/licencas.txt'), 'utf8');
  const listed = new Set([...licences.matchAll(/^(\S+) \d+\.\d+\.\d+(?: \(|$)/gm)].map(([, name]) => name));
  const worker = readFileSync(join(ROOT, 'dist/sw.js'), 'utf8');
  const inWorker = [...worker.matchAll(/workbox:([a-z-]+):/g)].map(([, part]) => `workbox-${part}`);

  expect(inWorker.length).toBeGreaterThan(2);
  for (const name of ['react', 'dexie', 'pdfkit', '@fontsource-variable/noto-sans', ...inWorker]) {
    expect(listed, name).toContain(name);
  }
  expect([...neededPackages()].filter((name) => !listed.has(name)).sort()).toEqual(
    [...NOT_SHIPPED, ...OF_THE_SERVER].sort(),
  );
  expect(licences).toContain('SIL OPEN FONT LICENSE');
});

test('what the app is made of stands beside it, in a shape that programs read, and is not kept on devices', () => {
  const sbom = JSON.parse(readFileSync(join(ROOT, 'dist/sbom.cdx.json'), 'utf8'));
  const names = new Set(sbom.components.map(({ name }: { name: string }) => name));
  expect([sbom.bomFormat, sbom.metadata.component.version]).toEqual(['CycloneDX', '0.1.0']);
  expect([...neededPackages()].filter((name) => !names.has(name))).toEqual([]);
  expect(readFileSync(join(ROOT, 'dist/sw.js'), 'utf8')).not.toContain('sbom');
});

test('whoever asks whose work the app stands on can read it, also without a connection', async ({
  page,
  context,
  complaints,
}) => {
  // What looks for a newer version says that it cannot.
  complaints.allow(/ERR_INTERNET_DISCONNECTED/);
  await page.goto('/acessibilidade');
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  await context.setOffline(true);
  const [licences] = await Promise.all([
    context.waitForEvent('page'),
    page.getByRole('link', { name: 'Ler as licenças' }).click(),
  ]);
  await expect(licences.getByText('SIL OPEN FONT LICENSE').first()).toBeVisible();
  await expect(licences.getByText('pdfkit')).toBeVisible();
});
