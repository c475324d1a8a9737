import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ALL_TAG } from '../../ops/test/level.ts';
import { expect, test } from '../fixtures.ts';
import { readFileList } from './read-build.ts';

test.use({ serviceWorkers: 'allow' });

const ROOT = join(import.meta.dirname, '../..');

/** Packages that the app's packages need and the built app does not contain: each is for servers or old builds, or is shaken off. */
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

/** The packages that the reference server itself needs. They and everything that they need stay out of the app. */
const OF_THE_SERVER = [
  '@electric-sql/pglite',
  '@hono/node-server',
  '@zxcvbn-ts/language-common',
  'aws4fetch',
  'hono',
  'http_ece',
  'kysely',
  'kysely-pglite-dialect',
  'leven',
  'nodemailer',
  'openid-client',
  'otpauth',
  'pg',
  'pino',
  'prom-client',
  'sirv',
];

interface LockedPackage {
  dev?: boolean;
  devOptional?: boolean;
  optional?: boolean;
  peer?: boolean;
  dependencies?: Record<string, string>;
}

function readLock(): Record<string, LockedPackage> {
  return JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')).packages;
}

function withAllTheyNeed(
  names: readonly string[],
  packages = readLock(),
  found = new Set<string>(),
): Set<string> {
  for (const name of names.filter((each) => !found.has(each))) {
    found.add(name);
    withAllTheyNeed(Object.keys(packages[`node_modules/${name}`]?.dependencies ?? {}), packages, found);
  }
  return found;
}

/** Returns the packages that app and server need by the lock file. */
function neededPackages(): Set<string> {
  const packages = readLock();
  const needed = Object.entries(packages).filter(
    ([path, { dev, devOptional, optional, peer }]) =>
      path !== '' && !dev && !devOptional && !optional && !peer,
  );
  return new Set(needed.map(([path]) => path.replace(/^.*node_modules\//, '')));
}

test('the licences name every package in the app and its letters', () => {
  const licences = readFileSync(join(ROOT, 'dist/licencas.txt'), 'utf8');
  const listed = new Set([...licences.matchAll(/^(\S+) \d+\.\d+\.\d+(?: \(|$)/gm)].map(([, name]) => name));
  for (const name of ['react', 'dexie', 'pdfkit', '@fontsource-variable/noto-sans']) {
    expect(listed, name).toContain(name);
  }
  const ofTheServer = withAllTheyNeed(OF_THE_SERVER);
  const missing = [...neededPackages()].filter((name) => !listed.has(name) && !ofTheServer.has(name));
  expect(missing.sort()).toEqual(NOT_SHIPPED);
  expect(OF_THE_SERVER.filter((name) => listed.has(name))).toEqual([]);
  expect(licences).toContain('SIL OPEN FONT LICENSE');
});

test('what the app is made of stands beside it, in a shape that programs read, and is not kept on devices', () => {
  const sbom = JSON.parse(readFileSync(join(ROOT, 'dist/sbom.cdx.json'), 'utf8'));
  const names = new Set(sbom.components.map(({ name }: { name: string }) => name));
  expect([sbom.bomFormat, sbom.metadata.component.version]).toEqual(['CycloneDX', '0.1.0']);
  expect([...neededPackages()].filter((name) => !names.has(name))).toEqual([]);
  expect(JSON.stringify(readFileList())).not.toContain('sbom');
});

test('whoever asks whose work the app stands on can read it, also without a connection', {
  tag: ALL_TAG,
}, async ({ page, context, complaints }) => {
  // The check for a newer version reports that it has no connection.
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
