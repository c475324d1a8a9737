import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findChromium } from '../../e2e/browser.ts';
import { findEngines } from '../../e2e/engines/browsers/find-engine.ts';

interface Need {
  what: string;
  /** Debian's packages. */
  packages: string;
  isThere(): boolean;
  /** The gate does without this, and leaves out the tests that need it. */
  isForAll?: true;
}

const NEEDS: readonly Need[] = [
  { what: 'Chromium', packages: 'chromium', isThere: () => findChromium() !== undefined },
  {
    what: 'Chromium without its window, a fifth faster',
    packages: 'chromium-headless-shell',
    isThere: () => existsSync('/usr/bin/chromium-headless-shell'),
  },
  { what: 'Firefox', packages: 'firefox-esr', isThere: () => findEngines().includes('firefox') },
  {
    what: 'WebKit',
    packages: 'webkitgtk-webdriver xvfb',
    isThere: () => findEngines().includes('webkit'),
  },
  {
    what: 'the letters that most devices have',
    packages: 'fonts-liberation',
    isThere: () => existsSync('/usr/share/fonts/truetype/liberation') || process.platform !== 'linux',
  },
  {
    what: 'PostgreSQL',
    packages: 'postgresql',
    isThere: () => existsSync('/usr/lib/postgresql') || isOnPath('postgres'),
  },
  {
    what: 'two nodes of PostgreSQL behind one address',
    packages: 'patroni python3-etcd etcd-server haproxy',
    isThere: () => ['patroni', 'etcd', 'haproxy'].every(isOnPath),
    isForAll: true,
  },
  {
    what: 'systemd-analyze, which checks units',
    packages: 'systemd',
    isThere: () => isOnPath('systemd-analyze'),
    isForAll: true,
  },
  {
    what: 'promtool, which checks what Prometheus is given',
    packages: 'prometheus',
    isThere: () => isOnPath('promtool'),
    isForAll: true,
  },
  {
    what: 'nginx, Apache and Caddy',
    packages: 'nginx libnginx-mod-http-brotli-static apache2-bin media-types caddy',
    isThere: () => ['nginx', 'apache2', 'caddy'].every(isOnPath),
    isForAll: true,
  },
];

/**
 * The one place where a test run looks for what it needs beside its packages. As root on Debian it installs what is missing; elsewhere it says
 * what is left out, and how to have it.
 */
export function prepare(level: string): void {
  const findMissing = () =>
    NEEDS.filter(({ isThere, isForAll }) => !isThere() && (level === 'all' || !isForAll));
  const missing = findMissing();
  if (missing.length === 0) return;
  const isDebianRoot = process.getuid?.() === 0 && isOnPath('apt-get');
  if (isDebianRoot) install(missing);
  for (const { what, packages } of findMissing())
    console.log(`Left out: ${what}. On Debian: apt-get install ${packages}`);
  if (findChromium() === undefined)
    throw new Error('Nothing can be tested without Chromium: install it, or set CHROMIUM_PATH to one.');
}

function install(missing: readonly Need[]): void {
  apt('update', '-qq');
  for (const { packages } of missing)
    apt('install', '-y', '-qq', '--no-install-recommends', ...packages.split(' '));
}

/** A failed installation does not throw: `prepare` names what is still missing. */
function apt(...args: string[]): void {
  try {
    execFileSync('apt-get', args, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  } catch {
    console.log(`apt-get ${args.join(' ')} did not succeed`);
  }
}

function isOnPath(program: string): boolean {
  const folders = [...(process.env.PATH ?? '').split(':'), '/usr/sbin', '/sbin'];
  return folders.some((folder) => existsSync(`${folder}/${program}`));
}
